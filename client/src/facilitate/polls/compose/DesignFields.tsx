import { NativeSelect } from '@mantine/core';
import { kindOf } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Ages } from '@multaqa/shared/facilitate/polls/polls.state';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import type { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import styles from './Compose.module.css';
import { LanguageFields } from './LanguageFields.tsx';
import { useText } from './texts.ts';

type Props = { sheet: Sheet; languages: readonly Language[]; ages: Ages; onChange(sheet: Sheet): void };

/** The settings that only some kinds have: how many may be chosen, the steps of a scale, the words at its ends. */
export function DesignFields({ sheet, languages, ages, onChange }: Props) {
  const text = useText();
  const { labels } = kindOf(sheet.design);
  return (
    <>
      <Numbers sheet={sheet} onChange={onChange} />
      {labels.length > 0 && (
        <fieldset className={styles.part}>
          <legend className={styles.legend}>{text('compose.labels')}</legend>
          {labels.map(label => (
            <LanguageFields
              key={label}
              label={text(`compose.label.${label}`)}
              names={sheet.labels[label] ?? {}}
              languages={languages}
              ages={ages[label]}
              most={limits.pollLabelGraphemes}
              onChange={names => onChange({ ...sheet, labels: { ...sheet.labels, [label]: names } })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** Whole numbers to choose from. */
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

function Numbers({ sheet, onChange }: Pick<Props, 'sheet' | 'onChange'>) {
  const text = useText();
  const { design, options } = sheet;
  const change = (next: Sheet['design']) => onChange({ ...sheet, design: next });
  const any = { value: '0', label: text('compose.any-number') };
  const count = Math.max(1, options.length);
  switch (design.kind) {
    case 'multiple':
      return (
        <div className={styles.row}>
          <NativeSelect
            label={text('compose.least')}
            value={design.min}
            data={numbers(0, count)}
            onChange={event => change({ ...design, min: Number(event.currentTarget.value) })}
          />
          <NativeSelect
            label={text('compose.most')}
            value={design.max}
            data={[any, ...numbers(1, count)]}
            onChange={event => change({ ...design, max: Number(event.currentTarget.value) })}
          />
        </div>
      );
    case 'scale':
      return (
        <NativeSelect
          className={styles.short ?? ''}
          label={text('compose.steps')}
          value={`${design.from}-${design.to}`}
          data={['1-3', '1-4', '1-5', '1-7', '1-10', '0-10']}
          onChange={event => {
            const [from = 1, to = 5] = event.currentTarget.value.split('-').map(Number);
            change({ ...design, from, to });
          }}
        />
      );
    case 'ranking':
      return (
        <NativeSelect
          className={styles.short ?? ''}
          label={text('compose.places')}
          value={design.top}
          data={[{ value: '0', label: text('compose.all-places') }, ...numbers(1, count)]}
          onChange={event => change({ ...design, top: Number(event.currentTarget.value) })}
        />
      );
    case 'text':
    case 'cloud':
      return (
        <NativeSelect
          className={styles.short ?? ''}
          label={text('compose.answers')}
          value={design.kind === 'text' ? design.answers : design.entries}
          data={numbers(1, 5)}
          onChange={event => {
            const most = Number(event.currentTarget.value);
            change(design.kind === 'text' ? { ...design, answers: most } : { ...design, entries: most });
          }}
        />
      );
    default:
      return null;
  }
}
