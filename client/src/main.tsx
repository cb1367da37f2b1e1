import './platform/no-eval.ts';
import './design/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { askWhoIsHere } from './app/visitor.ts';
import { awaitFirstPage } from './people/join/invitation.ts';
import { startLanguages } from './platform/languages.ts';
import { startTheme } from './platform/theme.ts';

async function start(): Promise<void> {
  startTheme();
  void askWhoIsHere();
  await Promise.all([startLanguages(), awaitFirstPage()]);
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
}

void start();
