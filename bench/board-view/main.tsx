/** The boards by name; only the one that the address asks for is loaded. */
const boards: Record<string, () => Promise<unknown>> = {
  ours: () => import('./ours.tsx'),
  bare: () => import('./ours.tsx'),
  excalidraw: () => import('./excalidraw.tsx'),
  tldraw: () => import('./tldraw.tsx'),
};
void boards[new URLSearchParams(location.search).get('board') ?? 'ours']?.();
