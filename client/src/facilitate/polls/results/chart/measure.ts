let context: CanvasRenderingContext2D | null | undefined;
let family = '';
const widths = new Map<string, number>();

/** How wide a text is in the page's letters, px; an estimate where nothing can be drawn. */
export function measured(text: string, px: number, weight = 600): number {
  if (context === undefined) {
    context = document.createElement('canvas').getContext?.('2d') ?? null;
    family = getComputedStyle(document.body).fontFamily || 'sans-serif';
  }
  if (!context) return text.length * px * 0.6;
  const key = `${weight} ${px} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = `${weight} ${px}px ${family}`;
  const { width } = context.measureText(text);
  // A chart has some hundred texts; a cloud that grows all day must not keep them all.
  if (widths.size > 5_000) widths.clear();
  widths.set(key, width);
  return width;
}
