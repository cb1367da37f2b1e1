/** What somebody did on the page that stood there before the product had arrived, and what it asked the server already. */
export type FirstPage = {
  token: string;
  agrees: boolean;
  isPressed: boolean;
  /** Whether it was asked to agree first, and has not yet. */
  isAsked: boolean;
  /** The name of the field that has the focus. */
  focus: string | null;
  /** What the link leads to; null when that must be asked again. */
  invitation: Promise<unknown>;
};

/** The page that `before-paint.js` looks after; null on pages that it has nothing to do on. */
export const firstPage = (): FirstPage | null => (globalThis as { multaqaFirst?: FirstPage }).multaqaFirst ?? null;
