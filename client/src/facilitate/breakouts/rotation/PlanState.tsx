import type { Demand } from '@multaqa/shared/facilitate/breakouts/rotation/conflict';
import { Note } from '../../../design/Note.tsx';
import { Working } from '../../../design/Working.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import type { Problem } from '../../../platform/http.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useRefusalText } from '../../../platform/texts.ts';
import styles from './PlanState.module.css';
import type { Planning } from './planning.ts';
import { useText } from './texts.ts';

/** How far planning is, or why there is no plan. */
export function PlanState({ state, onCancel }: { state: Planning; onCancel(): void }) {
  const text = useText();
  switch (state.status) {
    case 'working':
      return (
        <Working
          title={text('rotation.working')}
          text={text('rotation.working.text')}
          progress={state.progress}
          onCancel={onCancel}
        />
      );
    case 'failed':
      return <Failed problem={state.problem} />;
    case 'answered':
      if (state.answer.status === 'impossible')
        return <Impossible demands={state.answer.demands} isProven={state.answer.isProven} />;
      return (
        <p className={styles.done} role="status">
          {state.answer.status === 'planned'
            ? text('rotation.planned', { count: state.answer.rounds.length })
            : text('rotation.planned.none')}
        </p>
      );
    default:
      return null;
  }
}

function Failed({ problem }: { problem: Problem }) {
  return (
    <Note tone="danger">
      <p role="alert">{useRefusalText(problem)}</p>
    </Note>
  );
}

/** The smallest set of demands that contradict each other. */
function Impossible({ demands, isProven }: { demands: readonly Demand[]; isProven: boolean }) {
  const text = useText();
  const sentenceOf = useSentence();
  return (
    <Note tone="warning">
      <div role="alert">
        <p className={styles.title}>{text(isProven ? 'rotation.impossible' : 'rotation.impossible.unfound')}</p>
        <p>{text('rotation.impossible.text')}</p>
      </div>
      <ul className={styles.demands}>
        {demands.map(demand => {
          const sentence = sentenceOf(demand);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
    </Note>
  );
}

function useSentence(): (demand: Demand) => string {
  const text = useText();
  const { locale } = useLanguage();
  const people = useView(view => view.people);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return demand => {
    switch (demand.rule) {
      case 'smallest':
        return text('rotation.demand.smallest', { count: demand.smallest });
      case 'largest':
        return text('rotation.demand.largest', { count: demand.largest });
      case 'limit':
        return text('rotation.demand.limit', { count: demand.rooms });
      case 'apart':
        return text('rotation.demand.apart', {
          names: list.format(demand.people.map(person => people[person]?.name ?? text('common.nameless'))),
        });
      default:
        return text(`rotation.demand.${demand.rule}`);
    }
  };
}
