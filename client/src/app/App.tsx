import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { LiveRegions } from '../design/LiveRegions.tsx';
import { ShortcutHelp } from '../design/ShortcutHelp.tsx';
import { theme } from '../design/theme.ts';
import { useLanguage } from '../platform/languages.ts';
import { useColours } from '../platform/theme.ts';
import { FaultBoundary } from './FaultBoundary.tsx';
import { Pages } from './Pages.tsx';
import { RouteFocus } from './RouteFocus.tsx';

/** The whole client. */
export function App() {
  return (
    <DirectionProvider detectDirection={false}>
      <Direction />
      {/* The component library's variables are a file of ours: it would write them into the page, which the content policy forbids. */}
      <MantineProvider theme={theme} forceColorScheme={useColours()} withCssVariables={false} withGlobalClasses={false}>
        <LiveRegions />
        <Notifications position="bottom-center" limit={3} containerWidth={480} />
        <BrowserRouter>
          <RouteFocus />
          <FaultBoundary>
            <Pages />
            <ShortcutHelp />
          </FaultBoundary>
        </BrowserRouter>
      </MantineProvider>
    </DirectionProvider>
  );
}

function Direction() {
  const { direction } = useLanguage();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(direction), [direction, setDirection]);
  return null;
}
