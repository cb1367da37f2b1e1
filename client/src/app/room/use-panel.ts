import { useCallback, useState } from 'react';
import { recall, remember } from '../../platform/preferences.ts';

/** The panel beside the stage. On phones it is a sheet: its tabs alone, half of the screen, or all of it. */
export type PanelState = {
  /** The name of the open one; null while there are only tabs. */
  open: string | null;
  isTall: boolean;
  /** On desks: it takes half of the width, side by side with the stage. Only panels that widen do. */
  isWide: boolean;
  /** The keyboard has asked to go into the panel, which may still be on its way. */
  wantsFocus: boolean;
  show(name: string): void;
  /** Opens a panel and puts the focus into it, once it is there. */
  enter(name: string): void;
  /** The focus has gone into the panel. */
  focused(): void;
  close(): void;
  setTall(isTall: boolean): void;
  setWide(isWide: boolean): void;
};

/** The state of the panel; a room begins with the one that is named. */
export function usePanel(first: string): PanelState {
  const [open, setOpen] = useState<string | null>(first);
  const [isTall, setTall] = useState(false);
  const [isWide, chooseWidth] = useState(() => recall('panel') === 'wide');
  const setWide = useCallback((isNowWide: boolean) => {
    remember('panel', isNowWide ? 'wide' : 'narrow');
    chooseWidth(isNowWide);
  }, []);
  const [wantsFocus, setWantsFocus] = useState(false);
  const show = useCallback((name: string) => setOpen(name), []);
  const enter = useCallback((name: string) => {
    setOpen(name);
    setWantsFocus(true);
  }, []);
  const focused = useCallback(() => setWantsFocus(false), []);
  const close = useCallback(() => {
    setTall(false);
    setWantsFocus(false);
    setOpen(null);
  }, []);
  return { open, isTall, isWide, wantsFocus, show, enter, focused, close, setTall, setWide };
}
