import type { Editor } from '@tiptap/core';

/**
 * Where blocks are put in: behind the block with the caret, or at the end of the note; in the place of an empty line that waits
 * there.
 */
export function placeForBlocks(
  { state: { doc, selection } }: Editor,
  at: 'caret' | 'end',
): number | { from: number; to: number } {
  const { $to } = selection;
  const place = at === 'end' || $to.depth === 0 ? doc.content.size : $to.after(1);
  const last = doc.resolve(place).nodeBefore;
  const isFree = last?.type.name === 'paragraph' && last.content.size === 0;
  return isFree ? { from: place - last.nodeSize, to: place } : place;
}
