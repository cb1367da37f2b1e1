import { NativeSelect, Textarea } from '@mantine/core';
import { languages } from '@multaqa/shared/kernel/languages';
import { asWritten } from '../../../design/directions.ts';
import { languageNames } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import styles from './MessageField.module.css';
import type { Message } from './use-message.ts';

type Props = { message: Message; description?: string; onCopied?(): void };

/** A message to be sent with a link, in the language that its reader knows best. */
export function MessageField({ message: { language, words, choose }, description, onCopied }: Props) {
  const text = useText();
  return (
    <div className={styles.message}>
      <NativeSelect
        label={text('roster.message.language')}
        value={language}
        data={languages.map(value => ({ value, label: languageNames[value] }))}
        onChange={event => choose(languages.find(one => one === event.currentTarget.value) ?? language)}
      />
      <Textarea
        label={text('roster.message')}
        description={description}
        value={words}
        lang={language}
        attributes={asWritten}
        readOnly
        rows={9}
        onCopy={onCopied}
      />
    </div>
  );
}
