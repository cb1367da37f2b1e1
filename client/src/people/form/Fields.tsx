import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type Language, languages } from '@multaqa/shared/kernel/languages';
import { nameIn } from '@multaqa/shared/name-in';
import type { Field, Need } from '@multaqa/shared/people/form/form.state';
import { type TownSize, townSizes } from '@multaqa/shared/town-sizes';
import { type ReactNode, useId } from 'react';
import { languageNames, useLanguage } from '../../platform/languages.ts';
import styles from './Fields.module.css';
import { useText } from './texts.ts';

/** What every field of the form takes. */
export type FieldProps<Value> = {
  value: Value;
  onChange(value: Value): void;
  /** The person goes on to something else. */
  onLeave?(): void;
  error?: string | false | undefined;
  isReadOnly?: boolean;
  /** How saving stands, below the field. */
  mark?: ReactNode;
  /** What the field is called where somebody fills it in for another; the question to oneself without it. */
  label?: string;
};

/** One question with its field and, below it, how saving stands. */
function Question({ mark, children }: { mark?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.question}>
      {children}
      {mark}
    </div>
  );
}

type ChoicesProps = {
  label: string;
  hint?: string | undefined;
  error: FieldProps<unknown>['error'];
  children: ReactNode;
};

/** A question whose answers are several controls. */
function Choices({ label, hint, error, children }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset className={styles.choices} aria-describedby={hint ? id : undefined}>
      <legend className={styles.label}>
        <bdi>{label}</bdi>
      </legend>
      {hint && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}

/** The languages that somebody speaks. */
export function LanguagesField({ value, onChange, error, isReadOnly = false, mark }: FieldProps<readonly Language[]>) {
  const text = useText();
  const toggle = (language: Language) => onChange(languages.filter(one => (one === language) !== value.includes(one)));
  return (
    <Question mark={mark}>
      <Choices label={text('form.languages')} error={error}>
        <div className={styles.tiles} data-size="small">
          {languages.map(language => (
            <Checkbox
              key={language}
              className={styles.tile ?? ''}
              label={<span lang={language}>{languageNames[language]}</span>}
              checked={value.includes(language)}
              disabled={isReadOnly}
              onChange={() => toggle(language)}
            />
          ))}
        </div>
      </Choices>
    </Question>
  );
}

/** Where the town is. */
export function RegionField({ label, value, onChange, onLeave, error, isReadOnly = false, mark }: FieldProps<string>) {
  const text = useText();
  return (
    <Question mark={mark}>
      <TextInput
        label={label ?? text('form.region')}
        description={label ? undefined : text('form.region.hint')}
        value={value}
        error={error}
        readOnly={isReadOnly}
        autoComplete="off"
        onChange={event => onChange(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </Question>
  );
}

/** How many people live there. */
export function TownSizeField({
  label,
  value,
  onChange,
  error,
  isReadOnly = false,
  mark,
}: FieldProps<TownSize | null>) {
  const text = useText();
  return (
    <Question mark={mark}>
      <OneOf
        label={label ?? text('form.townSize')}
        options={townSizes.map(id => ({ id, label: text(`form.townSize.${id}`) }))}
        value={value}
        error={error}
        isReadOnly={isReadOnly}
        onChange={chosen => onChange(townSizes.find(size => size === chosen) ?? null)}
      />
    </Question>
  );
}

type NeedsProps = FieldProps<readonly string[]> & { offered: readonly Need[] };

/** The needs of the organiser's list. */
export function NeedsField({ label, offered, value, onChange, error, isReadOnly = false, mark }: NeedsProps) {
  const text = useText();
  const { language } = useLanguage();
  if (offered.length === 0) return null;
  const toggle = (id: string) =>
    onChange(offered.flatMap(need => ((need.id === id) !== value.includes(need.id) ? [need.id] : [])));
  return (
    <Question mark={mark}>
      <Choices label={label ?? text('form.needs')} hint={label ? undefined : text('form.needs.hint')} error={error}>
        <div className={styles.tiles}>
          {offered.map(({ id, names }) => (
            <Checkbox
              key={id}
              className={styles.tile ?? ''}
              label={<bdi>{nameIn(names, language)}</bdi>}
              checked={value.includes(id)}
              disabled={isReadOnly}
              onChange={() => toggle(id)}
            />
          ))}
        </div>
      </Choices>
    </Question>
  );
}

type OwnNeedsProps = FieldProps<string> & { hasList: boolean };

/** Needs in one's own words, one per line. */
export function OwnNeedsField({ hasList, value, onChange, onLeave, error, isReadOnly = false, mark }: OwnNeedsProps) {
  const text = useText();
  return (
    <Question mark={mark}>
      <Textarea
        label={text(hasList ? 'form.own-needs' : 'form.needs')}
        description={text('people.needs.hint')}
        value={value}
        rows={3}
        error={error}
        readOnly={isReadOnly}
        onChange={event => onChange(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </Question>
  );
}

/** Where the town wants to be. */
export function VisionField({ value, onChange, onLeave, error, isReadOnly = false, mark }: FieldProps<string>) {
  const text = useText();
  return (
    <Question mark={mark}>
      <Textarea
        label={text('form.vision')}
        description={text('form.vision.hint')}
        value={value}
        rows={4}
        error={error}
        readOnly={isReadOnly}
        onChange={event => onChange(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </Question>
  );
}

/** A question of the organiser's own, as its kind wants it; the value is what stands in the field, or the id of a choice. */
export function OwnField({ field, ...props }: FieldProps<string> & { field: Field }) {
  const { language } = useLanguage();
  const { value, onChange, onLeave, error, isReadOnly = false, mark } = props;
  const label = nameIn(field.names, language);
  if (field.kind === 'choice')
    return (
      <Question mark={mark}>
        <OneOf
          label={label}
          options={field.choices.map(({ id, names }) => ({ id, label: nameIn(names, language) }))}
          value={value || null}
          error={error}
          isReadOnly={isReadOnly}
          onChange={chosen => onChange(chosen ?? '')}
        />
      </Question>
    );
  return (
    <Question mark={mark}>
      <TextInput
        label={<bdi>{label}</bdi>}
        value={value}
        error={error}
        readOnly={isReadOnly}
        autoComplete="off"
        inputMode={field.kind === 'number' ? 'decimal' : 'text'}
        onChange={event => onChange(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </Question>
  );
}

type OneOfProps = {
  label: string;
  options: readonly { id: string; label: string }[];
  value: string | null;
  onChange(id: string | null): void;
  error?: FieldProps<unknown>['error'];
  isReadOnly: boolean;
};

/** More options than these are shorter as a list to open. */
const mostTiles = 8;

/** One of several options, which can be taken back. */
function OneOf({ label, options, value, onChange, error, isReadOnly }: OneOfProps) {
  const text = useText();
  const name = useId();
  if (options.length > mostTiles)
    return (
      <NativeSelect
        label={<bdi>{label}</bdi>}
        value={value ?? ''}
        error={error}
        disabled={isReadOnly}
        data={[
          { value: '', label: text('form.no-answer') },
          ...options.map(one => ({ value: one.id, label: one.label })),
        ]}
        onChange={event => onChange(event.currentTarget.value || null)}
      />
    );
  return (
    <Choices label={label} error={error}>
      <div className={styles.tiles} data-size="small">
        {[...options, { id: '', label: text('form.no-answer') }].map(option => (
          <Radio
            key={option.id}
            className={styles.tile ?? ''}
            label={<bdi>{option.label}</bdi>}
            name={name}
            value={option.id}
            checked={(value ?? '') === option.id}
            disabled={isReadOnly}
            onChange={() => onChange(option.id || null)}
          />
        ))}
      </div>
    </Choices>
  );
}
