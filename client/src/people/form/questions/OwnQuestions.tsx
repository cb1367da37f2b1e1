import { Button } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { nameIn } from '@multaqa/shared/name-in';
import type { Field } from '@multaqa/shared/people/form/form.state';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Listed } from '../../../design/Listed.tsx';
import { Panel } from '../../../design/Panel.tsx';
import { offerUndo, tell } from '../../../design/toasts.tsx';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { refusalText } from '../../../platform/texts.ts';
import { Dropped } from './Dropped.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';
import { blankQuestion, draftOfQuestion, type QuestionDraft } from './question-draft.ts';
import styles from './Rows.module.css';
import { placeIn, RowTools } from './RowTools.tsx';
import { useText } from './texts.ts';
import { useOrder } from './use-order.ts';

/** Up to five questions of the organiser's own. */
export function OwnQuestions() {
  const text = useText();
  const send = useCommand();
  const { language } = useLanguage();
  const form = useView(view => view.form);
  const order = useOrder('fields');
  const [draft, setDraft] = useState<QuestionDraft | null>(null);
  const { fields } = form;

  const takeUp = async ({ id, kind, names, choices }: Field) => {
    const offered = choices.map(choice => ({ choice: choice.id, names: choice.names }));
    const ack = await send('form.ask', { field: id, kind, names, choices: offered }, { forgetRefusal: true });
    if (!ack.ok) tell(refusalText(text, ack), 'danger');
  };
  const remove = async (field: Field) => {
    const before = { needs: form.needs.map(need => need.id), fields: fields.map(({ id }) => id) };
    const count = answeredBy(form.answers, field.id);
    const name = nameIn(field.names, language);
    const ack = await send('form.unask', { field: field.id });
    if (!ack.ok) return;
    offerUndo({
      message: count > 0 ? text('questions.unasked-answered', { name, count }) : text('questions.unasked', { name }),
      label: text('common.undo'),
      undo: () => {
        void takeUp(field);
        void send('form.order', before);
      },
    });
  };

  return (
    <Panel
      title={text('questions.own')}
      padding="flush"
      action={
        fields.length < limits.ownQuestions && (
          <Button
            variant="subtle"
            leftSection={<Icon of={IconPlus} size={20} />}
            onClick={() => setDraft(blankQuestion)}
          >
            {text('questions.own.add')}
          </Button>
        )
      }
    >
      {fields.length === 0 && <p className={styles.empty}>{text('questions.own.none')}</p>}
      {fields.length > 0 && (
        <ol>
          {fields.map((field, at) => (
            <li key={field.id} className={styles.row}>
              <FieldWords field={field} answered={answeredBy(form.answers, field.id)} />
              <RowTools
                id={field.id}
                name={nameIn(field.names, language)}
                place={placeIn(at, fields.length)}
                order={order}
                onEdit={() => setDraft(draftOfQuestion(field))}
                onRemove={() => void remove(field)}
              />
            </li>
          ))}
        </ol>
      )}
      <Dropped entries={form.dropped?.fields ?? []} onTakeUp={field => void takeUp(field)} />
      <QuestionDialog draft={draft} onClose={() => setDraft(null)} />
    </Panel>
  );
}

function FieldWords({ field, answered }: { field: Field; answered: number }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <span className={styles.words}>
      <span className={styles.name}>
        <bdi>{nameIn(field.names, language)}</bdi>
      </span>
      <span className={styles.detail}>
        {text(`questions.kind.${field.kind}`)}
        {' · '}
        {text('questions.answered', { count: answered })}
        {field.kind === 'choice' && (
          <>
            {' · '}
            <Listed items={field.choices.map(({ names }) => nameIn(names, language))} />
          </>
        )}
      </span>
    </span>
  );
}

const answeredBy = (answers: Readonly<Record<string, { fields: object }>> | undefined, id: string): number =>
  Object.values(answers ?? {}).filter(({ fields }) => id in fields).length;
