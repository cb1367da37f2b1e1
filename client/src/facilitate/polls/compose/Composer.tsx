import { Button } from '@mantine/core';
import type { PlannedPoll } from '@multaqa/shared/facilitate/polls/polls.view';
import { flawsOf, type Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { limits } from '@multaqa/shared/limits';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { useDraft, useView } from '../../../dialogue/use-dialogue.ts';
import { languages } from '../../../platform/languages.ts';
import styles from './Compose.module.css';
import { DesignFields } from './DesignFields.tsx';
import { KindPicker } from './KindPicker.tsx';
import { LanguageFields } from './LanguageFields.tsx';
import { cleaned, newSheet, ofKind } from './new-sheet.ts';
import { OptionsEditor } from './OptionsEditor.tsx';
import { RulesFields } from './RulesFields.tsx';
import { Templates } from './Templates.tsx';
import { useText } from './texts.ts';

/** What is composed: a poll that there is, or a new one. */
export type Composed = Pick<PlannedPoll, 'poll' | 'sheet' | 'ages'> | { poll: string; sheet: null; ages: null };

/** Saves what was composed; true when it is saved. */
export type OnSave = (sheet: Sheet, then: 'keep' | 'start') => Promise<boolean>;

type Props = {
  of: Composed | null;
  /** The composer ends by saving, or by saving and starting at once. */
  mayStart: boolean;
  onSave: OnSave;
  onClose(): void;
};

/** Writes a poll: what is asked in each language, how it is answered, and who learns what. */
export function Composer({ of, mayStart, onSave, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text(of?.sheet ? 'compose.edit' : 'compose.new')} isOpen={of !== null} onClose={onClose} size={920}>
      {of && <Form key={of.poll} of={of} {...{ mayStart, onSave, onClose }} />}
    </Dialog>
  );
}

function Form({ of, mayStart, onSave, onClose }: Props & { of: Composed }) {
  const text = useText();
  const { sheet, change, forget } = useSheet(of);
  const spoken = useView(({ about }) => (about.status === 'unborn' ? languages : about.languages));
  const written = languages.filter(language => spoken.includes(language) || sheet.question[language]);
  const [isTried, setTried] = useState(false);
  const ready = cleaned(sheet);
  const isUnasked = Object.keys(ready.question).length === 0;
  const flaws = flawsOf(ready);
  const ages = of.ages ?? {};
  const end = async (then: 'keep' | 'start') => {
    setTried(true);
    if (isUnasked || (then === 'start' && flaws.length > 0)) return;
    if (!(await onSave(ready, then))) return;
    forget();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void end(mayStart ? 'start' : 'keep');
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {!of.sheet && <Templates onChoose={change} />}
      <KindPicker kind={sheet.design.kind} onChange={kind => change(ofKind(sheet, kind))} />
      <fieldset className={styles.part}>
        <legend className={styles.legend}>{text('compose.question')}</legend>
        <LanguageFields
          label={text('compose.question')}
          names={sheet.question}
          languages={written}
          ages={ages.question}
          most={limits.pollQuestionGraphemes}
          isLong
          onChange={question => change({ ...sheet, question })}
        />
        <details>
          <summary className={styles.more}>{text('compose.hint')}</summary>
          <LanguageFields
            label={text('compose.hint')}
            names={sheet.hint}
            languages={written}
            ages={ages.hint}
            most={limits.pollQuestionGraphemes}
            onChange={hint => change({ ...sheet, hint })}
          />
        </details>
      </fieldset>
      <OptionsEditor sheet={sheet} languages={written} ages={ages} onChange={change} />
      <DesignFields sheet={sheet} languages={written} ages={ages} onChange={change} />
      <RulesFields sheet={sheet} onChange={change} />
      {isTried && (isUnasked || flaws.length > 0) && (
        <ul className={styles.flaws} role="alert">
          {isUnasked && <li>{text('compose.flaw.unasked')}</li>}
          {flaws.map(flaw => (
            <li key={flaw}>{text(`compose.flaw.${flaw}`)}</li>
          ))}
        </ul>
      )}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        {mayStart && (
          <Button variant="default" onClick={() => void end('keep')}>
            {text('compose.save')}
          </Button>
        )}
        <Button type="submit">{text(mayStart ? 'compose.start' : 'compose.save')}</Button>
      </FormActions>
    </form>
  );
}

/** What is written, kept on this device until it is saved: a reload loses nothing. */
function useSheet(of: Composed) {
  const [draft, setDraft] = useDraft(`polls/compose/${of.sheet ? of.poll : 'new'}`);
  const [sheet, setSheet] = useState<Sheet>(() => keptIn(draft) ?? of.sheet ?? newSheet('single'));
  return {
    sheet,
    change(next: Sheet) {
      setSheet(next);
      setDraft(JSON.stringify(next));
    },
    forget: () => setDraft(''),
  };
}

/** A sheet as this device has kept it; null where an earlier release wrote it in another form. */
function keptIn(draft: string): Sheet | null {
  if (draft === '') return null;
  const kept = JSON.parse(draft) as Sheet;
  return kept.design && Array.isArray(kept.options) ? kept : null;
}
