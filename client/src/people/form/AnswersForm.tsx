import type { Field } from '@multaqa/shared/people/form/form.state';
import type { Ack } from '@multaqa/shared/protocol';
import { useState } from 'react';
import { announce } from '../../design/announce.ts';
import { Note } from '../../design/Note.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { quantityIn } from '../../platform/quantity.ts';
import { refusalText } from '../../platform/texts.ts';
import { needsOf } from '../person-draft.ts';
import styles from './AnswersForm.module.css';
import type { Change } from './answer-commands.ts';
import {
  LanguagesField,
  NeedsField,
  OwnField,
  OwnNeedsField,
  RegionField,
  TownSizeField,
  VisionField,
} from './Fields.tsx';
import { SaveMark } from './SaveMark.tsx';
import { useText } from './texts.ts';
import type { AnswerBook } from './use-own-answers.ts';
import { useTyped } from './use-typed.ts';

/** The short form that people fill in about themselves and their town; every answer is saved by itself. */
export function AnswersForm({ book }: { book: AnswerBook }) {
  const text = useText();
  const status = useView(({ form, about }) => (about.status === 'ended' ? 'ended' : form.status));
  const { needs, fields } = useView(view => view.form);
  const { values, isReadOnly } = book;
  const languages = useAnswer(book, 'languages');
  const townSize = useAnswer(book, 'townSize');
  const chosen = useAnswer(book, 'chosen');
  return (
    <div className={styles.form}>
      {isReadOnly && <Note>{text(status === 'ended' ? 'form.ended' : 'form.locked')}</Note>}
      <LanguagesField
        {...languages.shown}
        value={values.languages}
        onChange={value => languages.save({ languages: value }, text('people.error.languages'))}
      />
      <RegionAnswer book={book} />
      <TownSizeField
        {...townSize.shown}
        value={values.townSize}
        onChange={value => townSize.save({ townSize: value })}
      />
      <NeedsField
        {...chosen.shown}
        offered={needs}
        value={values.chosen}
        onChange={value => chosen.save({ chosen: value })}
      />
      <OwnNeedsAnswer book={book} hasList={needs.length > 0} />
      <VisionAnswer book={book} />
      {fields.map(field =>
        field.kind === 'choice' ? (
          <ChoiceAnswer key={field.id} book={book} field={field} />
        ) : (
          <WrittenAnswer key={field.id} book={book} field={field} />
        ),
      )}
    </div>
  );
}

function RegionAnswer({ book }: { book: AnswerBook }) {
  const text = useText();
  const { shown, save } = useAnswer(book, 'region');
  const typed = useTyped(book.values.region, region => save({ region: region.trim() }, text('form.error.region')));
  return <RegionField {...shown} value={typed.text} onChange={typed.change} onLeave={typed.leave} />;
}

function OwnNeedsAnswer({ book, hasList }: { book: AnswerBook; hasList: boolean }) {
  const text = useText();
  const { shown, save } = useAnswer(book, 'needs');
  const typed = useTyped(book.values.needs.join('\n'), lines =>
    save({ needs: needsOf(lines) }, text('people.error.needs')),
  );
  return (
    <OwnNeedsField {...shown} hasList={hasList} value={typed.text} onChange={typed.change} onLeave={typed.leave} />
  );
}

function VisionAnswer({ book }: { book: AnswerBook }) {
  const text = useText();
  const { shown, save } = useAnswer(book, 'vision');
  const typed = useTyped(book.values.vision, vision => save({ vision }, text('people.error.vision')));
  return <VisionField {...shown} value={typed.text} onChange={typed.change} onLeave={typed.leave} />;
}

function ChoiceAnswer({ book, field }: { book: AnswerBook; field: Field }) {
  const { shown, save } = useAnswer(book, field.id);
  return (
    <OwnField
      {...shown}
      field={field}
      value={String(book.values.fields[field.id] ?? '')}
      onChange={chosen => save({ field: { id: field.id, value: chosen || null } })}
    />
  );
}

function WrittenAnswer({ book, field }: { book: AnswerBook; field: Field }) {
  const text = useText();
  const { shown, save, fail } = useAnswer(book, field.id);
  const isNumber = field.kind === 'number';
  const typed = useTyped(String(book.values.fields[field.id] ?? ''), words => {
    const value = isNumber ? quantityIn(words) : words;
    if (value === null && words.trim() !== '') return fail(text('form.error.number'));
    return save({ field: { id: field.id, value: words.trim() === '' ? null : value } }, text('form.error.text'));
  });
  return <OwnField {...shown} field={field} value={typed.text} onChange={typed.change} onLeave={typed.leave} />;
}

/** One answer: how it is shown, and saving it with the words for what cannot be saved. */
function useAnswer(book: AnswerBook, name: string) {
  const text = useText();
  const [error, setError] = useState<string | null>(null);
  const fail = (words: string) => {
    setError(words);
    return null;
  };
  const save = (change: Change, problem = text('refusals.malformed')): Promise<Ack> | null => {
    const answer = book.save(change);
    if (!answer) return fail(problem);
    setError(null);
    return answer.then(ack => {
      if (ack.ok) announce(text('form.saved'));
      else setError(refusalText(text, ack));
      return ack;
    });
  };
  const mark = !book.isReadOnly && <SaveMark saving={error ? 'still' : book.savingOf(name)} />;
  return { save, fail, shown: { error: error ?? false, isReadOnly: book.isReadOnly, mark } as const };
}
