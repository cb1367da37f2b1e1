import { placementSteps } from '@multaqa/shared/facilitate/polls/kinds/placement';
import { nameIn } from '@multaqa/shared/name-in';
import { type PointerEvent, useId, useState } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { BallotFieldProps } from './ballot-field.ts';
import styles from './Vote.module.css';

type Point = [number, number];
const middle: Point = [placementSteps / 2, placementSteps / 2];
const percent = (step: number) => `${(step / placementSteps) * 100}%`;

/** Options on a plane: one is chosen, and put where a finger taps or two sliders say. */
export function PlaceField({ sheet, value, onChange, isDisabled }: BallotFieldProps) {
  const text = useText();
  const { language } = useLanguage();
  const group = useId();
  const { options, labels } = sheet;
  const placed: { readonly [option: string]: Point | undefined } = value && 'place' in value ? value.place : {};
  const [chosen, choose] = useState(options[0]?.option ?? '');
  const label = (name: 'left' | 'right' | 'bottom' | 'top') => nameIn(labels[name] ?? {}, language);
  const put = ([x, y]: Point) => onChange({ place: { ...placed, [chosen]: [x, y] } });
  const now = placed[chosen] ?? middle;
  const tap = (event: PointerEvent<HTMLDivElement>) => {
    if (isDisabled || (event.type === 'pointermove' && event.buttons === 0)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const step = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * placementSteps);
    const along = (event.clientX - box.left) / box.width;
    // The left label stands where lines begin, as in everything that is read.
    const x = getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - along : along;
    put([step(x), step(1 - (event.clientY - box.top) / box.height)]);
  };
  return (
    <fieldset className={styles.field} disabled={isDisabled}>
      <legend className={styles.note}>{text('polls.place')}</legend>
      <div className={styles.chips}>
        {options.map(({ option, names }, at) => (
          <label key={option} className={styles.chip}>
            <input
              type="radio"
              name={group}
              className={styles.unseen}
              checked={option === chosen}
              onChange={() => choose(option)}
            />
            <span className={styles.chipFace} data-placed={placed[option] !== undefined}>
              <b>{at + 1}</b> <bdi>{nameIn(names, language)}</bdi>
            </span>
          </label>
        ))}
      </div>
      <div className={styles.plane}>
        <bdi className={styles.top}>{label('top')}</bdi>
        <div className={styles.pad} aria-hidden onPointerDown={tap} onPointerMove={tap}>
          {options.map(({ option }, at) => {
            const point = placed[option];
            return (
              point && (
                <span
                  key={option}
                  className={styles.dot}
                  data-chosen={option === chosen}
                  style={{ insetInlineStart: percent(point[0]), insetBlockEnd: percent(point[1]) }}
                >
                  {at + 1}
                </span>
              )
            );
          })}
        </div>
        <bdi>{label('left')}</bdi>
        <bdi className={styles.bottom}>{label('bottom')}</bdi>
        <bdi className={styles.right}>{label('right')}</bdi>
      </div>
      {(['x', 'y'] as const).map((axis, at) => {
        const [from, to] = axis === 'x' ? [label('left'), label('right')] : [label('bottom'), label('top')];
        return (
          <label key={axis} className={styles.axis}>
            <span className={styles.note}>{text('polls.place.axis', { from, to })}</span>
            <input
              type="range"
              min={0}
              max={placementSteps}
              value={now[at]}
              onChange={event => {
                const step = Number(event.currentTarget.value);
                put(axis === 'x' ? [step, now[1]] : [now[0], step]);
              }}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
