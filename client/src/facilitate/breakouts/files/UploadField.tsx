import { ActionIcon, Button } from '@mantine/core';
import { fileEndings } from '@multaqa/shared/facilitate/breakouts/files';
import { limits } from '@multaqa/shared/limits';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type DragEvent, useRef, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Meter } from '../../../design/Meter.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { useRefusalText } from '../../../platform/texts.ts';
import { sizeOf } from './sizes.ts';
import { useText } from './texts.ts';
import styles from './UploadField.module.css';
import { type SentFile, type Upload, useUploads } from './use-uploads.ts';

/** Takes files by button or by dropping them, and sends them: how far each is, a way to stop it, and why one did not come. */
export function UploadField({ onSent }: { onSent(sent: SentFile): void }) {
  const text = useText();
  const { locale } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { uploads, add, again, cancel } = useUploads(onSent);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <section
      className={styles.field}
      data-over={isOver}
      aria-label={text('files.add')}
      onDrop={drop}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <div className={styles.ask}>
        <Button
          variant="default"
          leftSection={<Icon of={IconPaperclip} size={20} />}
          onClick={() => input.current?.click()}
        >
          {text('files.add')}
        </Button>
        <p className={styles.hint}>{text('files.hint', { size: sizeOf(limits.fileBytes, locale) })}</p>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={fileEndings.join(',')}
          aria-label={text('files.add')}
          onChange={event => {
            add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {uploads.length > 0 && (
        <ul className={styles.uploads}>
          {uploads.map(one => (
            <li key={one.id} className={styles.upload}>
              <OnItsWay upload={one} onAgain={() => again(one)} onCancel={() => cancel(one)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type OnItsWayProps = { upload: Upload; onAgain(): void; onCancel(): void };

function OnItsWay({ upload, onAgain, onCancel }: OnItsWayProps) {
  const text = useText();
  const { locale } = useLanguage();
  const { file, share, problem } = upload;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(share * 100) / 100);
  return (
    <>
      <span className={styles.name}>
        <bdi>{file.name}</bdi>
      </span>
      <ActionIcon
        className={styles.cancel ?? ''}
        aria-label={text(problem ? 'files.dismiss' : 'files.cancel', { name: file.name })}
        onClick={onCancel}
      >
        <Icon of={IconX} size={20} />
      </ActionIcon>
      {problem ? (
        <Failed upload={upload} onAgain={onAgain} />
      ) : (
        <div className={styles.progress} role="status">
          <Meter value={share} />
          <span className={styles.percent}>{percent}</span>
        </div>
      )}
    </>
  );
}

// What is wrong with the file itself does not pass by sending it again.
const lasting = ['files.empty', 'files.large', 'files.kind'];

function Failed({ upload: { problem }, onAgain }: { upload: Upload; onAgain(): void }) {
  const text = useText();
  const words = useRefusalText(problem ?? { refusal: 'fault', reference: null });
  return (
    <div className={styles.failed}>
      <p role="alert">{words}</p>
      {problem && !lasting.includes(problem.refusal) && (
        <Button variant="default" onClick={onAgain}>
          {text('common.try-again')}
        </Button>
      )}
    </div>
  );
}
