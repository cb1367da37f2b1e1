import { Button } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { nameIn } from '@multaqa/shared/name-in';
import type { Names } from '@multaqa/shared/names';
import type { Need } from '@multaqa/shared/people/form/form.state';
import { suggestedNeeds } from '@multaqa/shared/people/form/suggested-needs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Panel } from '../../../design/Panel.tsx';
import { offerUndo, tell } from '../../../design/toasts.tsx';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { languageNames, useLanguage } from '../../../platform/languages.ts';
import { refusalText } from '../../../platform/texts.ts';
import { Dropped } from './Dropped.tsx';
import { NameEditor } from './NameEditor.tsx';
import styles from './Rows.module.css';
import { placeIn, RowTools } from './RowTools.tsx';
import { useText } from './texts.ts';
import { useOrder } from './use-order.ts';

/** The needs that people choose from: added, named in several languages, ordered, taken off and taken up again. */
export function NeedsList() {
  const text = useText();
  const send = useCommand();
  const { language } = useLanguage();
  const form = useView(view => view.form);
  const order = useOrder('needs');
  const [edited, setEdited] = useState<string | 'new' | null>(null);
  const { needs } = form;
  const missing = missingFrom(needs);

  const list = async (entries: { need: string | null; names: Names }[]) => {
    const ack = await send('form.list', { needs: entries }, { forgetRefusal: true });
    return ack.ok ? null : refusalText(text, ack);
  };
  const suggest = async () => {
    const problem = await list(missing.map(names => ({ need: null, names })));
    if (problem) tell(problem, 'danger');
  };
  const remove = async ({ id, names }: Need) => {
    const before = { needs: needs.map(need => need.id), fields: form.fields.map(field => field.id) };
    const chosen = chosenBy(form.answers, id);
    const name = nameIn(names, language);
    const ack = await send('form.unlist', { need: id });
    if (!ack.ok) return;
    offerUndo({
      message:
        chosen > 0 ? text('questions.unlisted-chosen', { name, count: chosen }) : text('questions.unlisted', { name }),
      label: text('common.undo'),
      undo: () => {
        void list([{ need: id, names }]);
        void send('form.order', before);
      },
    });
  };

  return (
    <Panel
      title={text('questions.needs')}
      padding="flush"
      action={
        needs.length < limits.needsListed && (
          <Button variant="subtle" leftSection={<Icon of={IconPlus} size={20} />} onClick={() => setEdited('new')}>
            {text('questions.needs.add')}
          </Button>
        )
      }
    >
      {needs.length === 0 && edited === null && <p className={styles.empty}>{text('questions.needs.none')}</p>}
      {needs.length > 0 && (
        <ol>
          {needs.map((need, at) => (
            <li key={need.id}>
              {edited === need.id ? (
                <NameEditor
                  label={text('questions.needs.name')}
                  names={need.names}
                  action={text('common.save')}
                  onSave={async names => {
                    const problem = await list([{ need: need.id, names }]);
                    if (!problem) setEdited(null);
                    return problem;
                  }}
                  onClose={() => setEdited(null)}
                />
              ) : (
                <div className={styles.row}>
                  <NeedWords need={need} chosen={chosenBy(form.answers, need.id)} />
                  <RowTools
                    id={need.id}
                    name={nameIn(need.names, language)}
                    place={placeIn(at, needs.length)}
                    order={order}
                    onEdit={() => setEdited(need.id)}
                    onRemove={() => void remove(need)}
                  />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {edited === 'new' && (
        <NameEditor
          label={text('questions.needs.new')}
          names={{}}
          action={text('questions.needs.add')}
          onSave={names => list([{ need: null, names }])}
          onClose={() => setEdited(null)}
        />
      )}
      {missing.length > 0 && needs.length + missing.length <= limits.needsListed && (
        <div className={styles.foot}>
          <Button variant={needs.length === 0 ? 'filled' : 'default'} onClick={() => void suggest()}>
            {text('questions.suggest', { count: missing.length })}
          </Button>
          <span className={styles.quiet}>{text('questions.suggest.text')}</span>
        </div>
      )}
      <Dropped
        entries={form.dropped?.needs ?? []}
        onTakeUp={({ id, names }) =>
          void list([{ need: id, names }]).then(problem => problem && tell(problem, 'danger'))
        }
      />
    </Panel>
  );
}

function NeedWords({ need, chosen }: { need: Need; chosen: number }) {
  const text = useText();
  const { language } = useLanguage();
  const others = Object.keys(need.names).filter(one => one !== language) as (keyof typeof languageNames)[];
  const missing = (Object.keys(languageNames) as (keyof typeof languageNames)[]).filter(one => !need.names[one]);
  return (
    <span className={styles.words}>
      <span className={styles.name}>
        <bdi>{nameIn(need.names, language)}</bdi>
      </span>{' '}
      <span className={styles.quiet}>
        {text('questions.chosen', { count: chosen })}
        {others.length > 0 && missing.length > 0 && ' · '}
        {missing.length > 0 &&
          text('questions.missing', { languages: missing.map(one => languageNames[one]).join(text('common.comma')) })}
      </span>
    </span>
  );
}

/** Suggestions that are not on the list under any of their names. */
function missingFrom(needs: readonly Need[]): Names[] {
  const known = new Set(needs.flatMap(({ names }) => Object.values(names)));
  return suggestedNeeds.filter(names => !Object.values(names).some(name => known.has(name)));
}

const chosenBy = (answers: Readonly<Record<string, { needs: readonly string[] }>> | undefined, id: string): number =>
  Object.values(answers ?? {}).filter(({ needs }) => needs.includes(id)).length;
