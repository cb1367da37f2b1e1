import { ActionIcon } from '@mantine/core';
import { nameIn } from '@multaqa/shared/name-in';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { announce } from '../../../design/announce.ts';
import { Icon } from '../../../design/Icon.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { BallotFieldProps } from './ballot-field.ts';
import styles from './Vote.module.css';

/** Options in one's own order: each tap takes the next place, and arrows change places. */
export function RankField({ sheet, value, onChange, isDisabled }: BallotFieldProps) {
  const text = useText();
  const { language } = useLanguage();
  const ranked = value && 'rank' in value ? value.rank : [];
  const { options, design } = sheet;
  const places = (design.kind === 'ranking' && design.top) || options.length;
  const nameOf = (option: string) => nameIn(options.find(one => one.option === option)?.names ?? {}, language);
  const left = options.map(({ option }) => option).filter(option => !ranked.includes(option));
  const become = (rank: string[], option: string) => {
    onChange({ rank });
    const at = rank.indexOf(option);
    announce(
      at < 0
        ? text('polls.rank.out', { name: nameOf(option) })
        : text('polls.rank.at', { name: nameOf(option), place: at + 1 }),
    );
  };
  const move = (option: string, by: number) => {
    const at = ranked.indexOf(option);
    const others = ranked.filter(one => one !== option);
    become([...others.slice(0, at + by), option, ...others.slice(at + by)], option);
  };
  return (
    <fieldset className={styles.field} disabled={isDisabled}>
      <legend className={styles.note}>{text('polls.rank', { count: places })}</legend>
      {ranked.length > 0 && (
        <ol className={styles.ranked}>
          {ranked.map((option, at) => (
            <li key={option} className={styles.place}>
              <span className={styles.number}>{at + 1}</span>
              <bdi className={styles.grow}>{nameOf(option)}</bdi>
              <ActionIcon
                aria-label={text('polls.rank.up', { name: nameOf(option) })}
                disabled={isDisabled || at === 0}
                onClick={() => move(option, -1)}
              >
                <Icon of={IconArrowUp} size={20} />
              </ActionIcon>
              <ActionIcon
                aria-label={text('polls.rank.down', { name: nameOf(option) })}
                disabled={isDisabled || at === ranked.length - 1}
                onClick={() => move(option, 1)}
              >
                <Icon of={IconArrowDown} size={20} />
              </ActionIcon>
              <ActionIcon
                aria-label={text('polls.rank.remove', { name: nameOf(option) })}
                disabled={isDisabled}
                onClick={() =>
                  become(
                    ranked.filter(one => one !== option),
                    option,
                  )
                }
              >
                <Icon of={IconX} size={20} />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {left.map(option => (
        <button
          key={option}
          type="button"
          className={styles.option}
          disabled={ranked.length >= places}
          onClick={() => become([...ranked, option], option)}
        >
          <span className={styles.number} data-empty>
            {ranked.length >= places ? '' : ranked.length + 1}
          </span>
          <bdi>{nameOf(option)}</bdi>
        </button>
      ))}
    </fieldset>
  );
}
