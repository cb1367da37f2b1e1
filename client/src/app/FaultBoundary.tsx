import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../design/EmptyState.tsx';
import { newReference, tellServer } from '../platform/report-fault.ts';
import { useText } from './texts.ts';

/** Catches what should never happen: says so, gives a code to quote, and leads out. */
export class FaultBoundary extends Component<{ children: ReactNode }, { reference: string | null }> {
  override state = { reference: null };

  static getDerivedStateFromError(): { reference: string } {
    return { reference: newReference() };
  }

  override componentDidCatch(error: unknown): void {
    const { reference } = this.state;
    if (reference) tellServer(reference, error);
  }

  override render(): ReactNode {
    const { reference } = this.state;
    return reference ? <Fault reference={reference} /> : this.props.children;
  }
}

function Fault({ reference }: { reference: string }) {
  const text = useText();
  return (
    <main>
      <EmptyState of="page" title={text('app.fault.title')} text={text('app.fault.text')}>
        <Button onClick={() => location.reload()}>{text('app.reload')}</Button>
        <Button variant="default" component="a" href="/">
          {text('app.home')}
        </Button>
        <small style={{ flexBasis: '100%' }}>{text('common.reference', { reference })}</small>
      </EmptyState>
    </main>
  );
}
