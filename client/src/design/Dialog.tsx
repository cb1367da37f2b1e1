import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useText } from './texts.ts';

type Props = {
  title: string;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
  size?: number;
  /** Fills small screens, as forms should. */
  fills?: boolean;
};

/** A question or a form above the page; it closes with Escape and gives the focus back. */
export function Dialog({ title, isOpen, onClose, children, size = 560, fills = true }: Props) {
  const text = useText();
  useStillPage(isOpen);
  const { box, giveBack } = useFocusBack(isOpen);
  const isSmall = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false;
  return (
    <Modal
      ref={box}
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={giveBack}
      title={title}
      size={size}
      fullScreen={fills && isSmall}
      closeButtonProps={{ 'aria-label': text('common.close') }}
      // Its head is no second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      {children}
    </Modal>
  );
}

/**
 * Gives the focus back when the dialog has gone. The library does so only where the dialog had the focus when it was told
 * to close: who closes it at once, on a busy machine, would be left with none.
 */
function useFocusBack(isOpen: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isOpen) before.current = document.activeElement;
  }, [isOpen]);
  const giveBack = () => {
    const now = document.activeElement;
    const isLost = now === null || now === document.body || box.current?.contains(now);
    if (isLost && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  return { box, giveBack };
}

/** Holds the page below still. The library's own way writes a style element, which a strict content policy forbids. */
function useStillPage(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const { documentElement: page } = document;
    // Where the bar for scrolling takes room, its room stays, so that nothing jumps.
    page.dataset.still = innerWidth > page.clientWidth ? 'beside-bar' : 'alone';
    return () => {
      delete page.dataset.still;
    };
  }, [isOpen]);
}
