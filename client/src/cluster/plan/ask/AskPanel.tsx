import { Button } from '@mantine/core';
import { criteria, type Profile, type Settings } from '@multaqa/shared/cluster/analysis/profile';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import { useId, useMemo, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Panel } from '../../../design/Panel.tsx';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import { useAsked } from '../use-form.ts';
import styles from './AskPanel.module.css';
import type { Answer } from './answer.ts';
import { ProposalState } from './ProposalState.tsx';
import { useProposing } from './proposing.ts';
import { useSettings } from './use-settings.ts';
import { WhatCounts } from './WhatCounts.tsx';

type Props = {
  profiles: readonly Profile[];
  /** How many arrangements there are; the next one is called by its number. */
  kept: number;
  onProposed(arrangement: string, answer: Answer): void;
};

/** What a proposal is asked for, and asking for one. Once there is an arrangement it is folded. */
export function AskPanel({ profiles, kept, onProposed }: Props) {
  const text = useText();
  const id = useId();
  const asked = useAsked();
  const people = usePeople(profiles);
  const [settings, change] = useSettings();
  const { state, propose, cancel } = useProposing(onProposed);
  const [isOpen, setOpen] = useState(false);
  const begin = useBeginning();
  const things = useHeaviest(settings);
  const isWorking = state.status === 'working';
  return (
    <div className={styles.frame} data-open={isOpen}>
      <Panel
        title={text('cluster.ask')}
        action={
          <Button
            variant="subtle"
            aria-expanded={isOpen}
            aria-controls={id}
            rightSection={<Icon of={isOpen ? IconChevronUp : IconChevronDown} size={18} />}
            onClick={() => setOpen(before => !before)}
          >
            {text(isOpen ? 'cluster.ask.fold' : 'cluster.ask.change')}
          </Button>
        }
      >
        <div className={styles.panel}>
          <div id={id} hidden={!isOpen}>
            {isOpen && <WhatCounts settings={settings} questions={asked.questions} people={people} onChange={change} />}
          </div>
          {!isOpen && <p className={styles.quiet}>{text('cluster.ask.most', { things })}</p>}
          <ProposalState
            state={state}
            people={people}
            onChange={rule => {
              setOpen(true);
              focusRule(rule);
            }}
            onCancel={cancel}
          />
          {!isWorking && (
            <div className={styles.actions}>
              <Button
                variant={kept > 0 ? 'default' : 'filled'}
                onClick={() => void propose(settings, text('cluster.kept.title', { number: kept + 1 }))}
              >
                {text(kept > 0 ? 'cluster.ask.again' : 'cluster.ask.propose')}
              </Button>
              {kept === 0 && (
                <Button variant="subtle" onClick={() => void begin(settings)}>
                  {text('cluster.ask.by-hand')}
                </Button>
              )}
            </div>
          )}
        </div>
      </Panel>
    </div>
  );
}

/** What counts most, in words: the two heaviest of the things that people are compared by. */
function useHeaviest({ weights }: Settings): string {
  const text = useText();
  const { locale } = useLanguage();
  const heaviest = [...criteria].sort((a, b) => weights[b] - weights[a]).slice(0, 2);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    heaviest.map(criterion => text(`cluster.weights.${criterion}`)),
  );
}

/** Begins an arrangement of empty clusters, to be filled by hand. */
function useBeginning(): (settings: Settings) => Promise<unknown> {
  const text = useText();
  const send = useCommand();
  return settings =>
    send('cluster.propose', {
      arrangement: newId(),
      title: text('cluster.kept.by-hand'),
      origin: 'hand',
      settings,
      clusters: Array.from({ length: settings.count ?? 4 }, (_, at) => ({ cluster: `c${at + 1}`, names: {}, size: 0 })),
      people: [],
    });
}

/** Those who are to be grouped, by name. */
function usePeople(profiles: readonly Profile[]) {
  const text = useText();
  const { language } = useLanguage();
  const cards = useView(view => view.people);
  return useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return profiles
      .map(({ person, municipality }) => ({
        person,
        name: cards[person]?.name ?? text('common.nameless'),
        town: municipality,
      }))
      .sort((a, b) => compare(a.name, b.name));
  }, [profiles, cards, language, text]);
}

/** Leads to the field of a rule, once it is drawn. */
function focusRule(rule: string): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(`[data-rule="${rule}"]`);
    field?.scrollIntoView({ block: 'center' });
    (field?.matches('input') ? field : field?.querySelector<HTMLElement>('input, button'))?.focus();
  });
}
