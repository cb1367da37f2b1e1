import type { Desk } from '../desk.ts';
import { arrowing } from './arrow.ts';
import { drawing } from './draw.ts';
import { atEdges } from './edges.ts';
import { erasing } from './erase.ts';
import type { Begin } from './open-hand.ts';
import { panning } from './pan.ts';
import { placing } from './place.ts';
import { selecting } from './select.ts';

/** What the tool in hand does where one presses. Where a pen is used, fingers move the board and draw nothing. */
export const beginning =
  (desk: Desk): Begin =>
  (press, part) => {
    const { tool, hasPen, access } = desk.ui.getState();
    const isDrawn = tool === 'pen' || tool === 'marker' || tool === 'eraser';
    if (tool === 'hand' || (isDrawn && hasPen && press.kind === 'touch')) return panning(desk, press);
    if (tool === 'select' || access !== 'write') return selecting(desk, press, part);
    if (tool === 'pen' || tool === 'marker') return drawing(desk, press, tool);
    if (tool === 'eraser') return erasing(desk, press);
    return atEdges(desk, press, tool === 'arrow' ? arrowing(desk, press) : placing(desk, press, tool));
  };
