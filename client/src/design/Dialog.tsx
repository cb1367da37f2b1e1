import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { useText } from '../platform/languages.ts';

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
  const isSmall = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={fills && isSmall}
      closeButtonProps={{ 'aria-label': text('design.close') }}
      // Its head is no second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      {children}
    </Modal>
  );
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
