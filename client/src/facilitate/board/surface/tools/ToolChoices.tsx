import { shapePath } from '@multaqa/shared/facilitate/board/draw/paths';
import { type Colour, type ShapeName, shapes } from '@multaqa/shared/facilitate/board/scene/thing';
import type { ReactNode } from 'react';
import type { Desk, DeskState } from '../desk.ts';
import { useText } from '../texts.ts';
import { useDesk, useUi } from '../use-desk.ts';
import palette from '../view/colours.module.css';
import styles from './Toolbar.module.css';

/** Emoji that may be put on a board. */
const stamps = ['👍', '❤️', '⭐', '❓', '❗', '✅', '💡', '🎯', '⚠️', '🤝'] as const;
/** Notes have colours of paper, lines have those of ink. */
const papers: readonly Colour[] = ['yellow', 'orange', 'pink', 'violet', 'blue', 'teal', 'green', 'white'];
const inks: readonly Colour[] = ['ink', 'grey', 'blue', 'teal', 'green', 'orange', 'pink', 'violet'];
const dots = { s: 6, m: 11, l: 17 } as const;

/** How the next thing is to look that the tool in hand makes. */
export function ToolChoices() {
  const text = useText();
  const { tool, busy } = useUi(({ tool, busy }) => ({ tool, busy }));
  const choices = busy === 'no' ? choicesOf(tool) : [];
  if (choices.length === 0) return null;
  return (
    <div className={`${styles.choices} ${palette.colours}`} role="toolbar" aria-label={text('surface.choices')}>
      {choices.map((Choice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change their places.
        <Choice key={at} />
      ))}
    </div>
  );
}

function choicesOf(tool: DeskState['tool']): readonly (() => ReactNode)[] {
  switch (tool) {
    case 'note':
      return [Papers];
    case 'pen':
    case 'marker':
      return [Thicknesses, Inks];
    case 'shape':
      return [Shapes, Inks];
    case 'text':
    case 'arrow':
      return [Inks];
    case 'stamp':
      return [Stamps];
    default:
      return [];
  }
}

type ChoiceProps = { label: string; isOn: boolean; change: Partial<DeskState>; children: ReactNode };

function Choice({ label, isOn, change, children }: ChoiceProps) {
  const desk: Desk = useDesk();
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      onClick={event => {
        desk.ui.setState(change);
        if (event.detail > 0) desk.root.now?.focus({ preventScroll: true });
      }}
    >
      {children}
    </button>
  );
}

function Papers() {
  const text = useText();
  const colour = useUi(state => state.colour);
  return papers.map(one => (
    <Choice key={one} label={text(`surface.colour.${one}`)} isOn={one === colour} change={{ colour: one }}>
      <span className={styles.swatch} data-colour={one} />
    </Choice>
  ));
}

function Inks() {
  const text = useText();
  const ink = useUi(state => state.ink);
  return inks.map(one => (
    <Choice key={one} label={text(`surface.colour.${one}`)} isOn={one === ink} change={{ ink: one }}>
      <span className={styles.swatch} data-colour={one} data-line="" />
    </Choice>
  ));
}

function Thicknesses() {
  const text = useText();
  const thickness = useUi(state => state.thickness);
  return (['s', 'm', 'l'] as const).map(one => (
    <Choice key={one} label={text(`surface.thickness.${one}`)} isOn={one === thickness} change={{ thickness: one }}>
      <span className={styles.dot} style={{ width: dots[one], height: dots[one] }} />
    </Choice>
  ));
}

function Shapes() {
  const text = useText();
  const shape = useUi(state => state.shape);
  return shapes.map(one => (
    <Choice key={one} label={text(`surface.shape.${one}`)} isOn={one === shape} change={{ shape: one }}>
      <ShapeSign shape={one} />
    </Choice>
  ));
}

const ShapeSign = ({ shape }: { shape: ShapeName }) => (
  <svg width="22" height="22" viewBox="-1 -1 24 20" aria-hidden="true" focusable="false">
    <path d={shapePath(shape, 22, 18)} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />
  </svg>
);

function Stamps() {
  const text = useText();
  const stamp = useUi(state => state.stamp);
  return stamps.map(one => (
    <Choice key={one} label={text('surface.stamp', { emoji: one })} isOn={one === stamp} change={{ stamp: one }}>
      <span className={styles.emoji}>{one}</span>
    </Choice>
  ));
}
