import { ActionIcon, Button } from '@mantine/core';
import { kindOf } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Ages } from '@multaqa/shared/facilitate/polls/polls.state';
import { optionsOf, type Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import type { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { Icon } from '../../../design/Icon.tsx';
import styles from './Compose.module.css';
import { LanguageFields } from './LanguageFields.tsx';
import { nextOption } from './new-sheet.ts';
import { useText } from './texts.ts';

type Props = { sheet: Sheet; languages: readonly Language[]; ages: Ages; onChange(sheet: Sheet): void };

/** The options of a poll, or the statements that it asks about. */
export function OptionsEditor({ sheet, languages, ages, onChange }: Props) {
  const text = useText();
  const { options, design } = sheet;
  const { most } = kindOf(design).options;
  if (most === 0) return null;
  const become = (next: Sheet['options']) => onChange({ ...sheet, options: next });
  const isRight = (option: string) => design.kind === 'quiz' && design.right.includes(option);
  const mark = (option: string, on: boolean) => {
    if (design.kind !== 'quiz') return;
    const right = on ? [...design.right, option] : design.right.filter(one => one !== option);
    onChange({ ...sheet, design: { ...design, right } });
  };
  const isAbout = ['yes-no', 'scale', 'placement'].includes(design.kind);
  const named = (at: number) => text(isAbout ? 'compose.statement' : 'compose.option', { number: at + 1 });
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{text(isAbout ? 'compose.statements' : 'compose.options')}</legend>
      <ol className={styles.options}>
        {options.map(({ option, names }, at) => (
          <li key={option} className={styles.option}>
            <LanguageFields
              label={named(at)}
              names={names}
              languages={languages}
              ages={ages[option]}
              most={limits.pollOptionGraphemes}
              onChange={changed =>
                become(options.map(one => (one.option === option ? { option, names: changed } : one)))
              }
            />
            <div className={styles.tools}>
              {design.kind === 'quiz' && (
                <label className={styles.right}>
                  <input
                    type="checkbox"
                    checked={isRight(option)}
                    onChange={event => mark(option, event.currentTarget.checked)}
                  />
                  {text('compose.right')}
                </label>
              )}
              <ActionIcon
                aria-label={text('compose.up', { name: named(at) })}
                disabled={at === 0}
                onClick={() => become(moved(options, at, -1))}
              >
                <Icon of={IconArrowUp} size={18} />
              </ActionIcon>
              <ActionIcon
                aria-label={text('compose.down', { name: named(at) })}
                disabled={at === options.length - 1}
                onClick={() => become(moved(options, at, 1))}
              >
                <Icon of={IconArrowDown} size={18} />
              </ActionIcon>
              <ActionIcon
                aria-label={text('compose.remove', { name: named(at) })}
                onClick={() => become(options.filter(one => one.option !== option))}
              >
                <Icon of={IconTrash} size={18} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ol>
      {options.length < most && (
        <Button
          variant="default"
          className={styles.add ?? ''}
          leftSection={<Icon of={IconPlus} size={18} />}
          onClick={() => become([...options, { option: nextOption(optionsOf(sheet)), names: {} }])}
        >
          {text(isAbout ? 'compose.statement.add' : 'compose.option.add')}
        </Button>
      )}
    </fieldset>
  );
}

function moved<Item>(list: readonly Item[], at: number, by: number): Item[] {
  const rest = list.filter((_, place) => place !== at);
  return [...rest.slice(0, at + by), ...list.slice(at, at + 1), ...rest.slice(at + by)];
}
