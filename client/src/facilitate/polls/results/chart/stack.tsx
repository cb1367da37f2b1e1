import type { Drawing } from './telling.ts';

/** Drawings under each other, with so many px between them. They glide where their order changes: each has a name. */
export function stacked(parts: readonly (Drawing & { name: string })[], gap: number, className?: string): Drawing {
  let y = 0;
  const body = parts.map(({ name, height, body }) => {
    const at = y;
    y += height + gap;
    return (
      <g key={name} className={className} transform={`translate(0 ${at})`}>
        {body}
      </g>
    );
  });
  return { height: Math.max(0, y - gap), body };
}
