import { Button } from '@mantine/core';
import { Note } from '../../../design/Note.tsx';
import type { Choice } from '../../../design/people-rules/PeoplePicker.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { Demand } from './answer.ts';
import styles from './Impossible.module.css';

type Props = {
  demands: readonly Demand[];
  isProven: boolean;
  people: readonly Choice[];
  /** Leads to the field of a rule. */
  onChange(rule: string): void;
};

/** The smallest set of rules that contradict each other, each with the way to change it. */
export function Impossible({ demands, isProven, people, onChange }: Props) {
  const text = useText();
  const sentenceOf = useSentence(people);
  return (
    <Note tone="warning">
      <div role="alert">
        <p className={styles.title}>{text(isProven ? 'cluster.impossible' : 'cluster.impossible.unfound')}</p>
        <p>{text('cluster.impossible.text')}</p>
      </div>
      <ul className={styles.demands}>
        {demands.map(demand => {
          const sentence = sentenceOf(demand);
          const field = fieldOf(demand);
          return (
            <li key={sentence}>
              <span>{sentence}</span>
              {field && (
                <Button variant="default" onClick={() => onChange(field)}>
                  {text('cluster.impossible.change')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}

/** The field in which a demand stands; null for the bound of the product. */
function fieldOf({ rule }: Demand): string | null {
  if (rule === 'limit') return null;
  if (rule === 'language') return 'sharedLanguage';
  return rule === 'municipality' ? 'perMunicipality' : rule;
}

function useSentence(people: readonly Choice[]): (demand: Demand) => string {
  const text = useText();
  const { locale } = useLanguage();
  const names = new Map(people.map(({ person, name }) => [person, name]));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return demand => {
    switch (demand.rule) {
      case 'count':
        return text('cluster.demand.count', { count: demand.count });
      case 'limit':
        return text('cluster.demand.limit', { count: demand.clusters });
      case 'min':
        return text('cluster.demand.min', { count: demand.min });
      case 'max':
        return text('cluster.demand.max', { count: demand.max });
      case 'municipality':
        return text('cluster.demand.municipality', { count: demand.most });
      case 'language':
        return text('cluster.demand.language');
      default:
        return text(`cluster.demand.${demand.rule}`, {
          names: list.format(demand.people.map(person => names.get(person) ?? text('common.nameless'))),
        });
    }
  };
}
