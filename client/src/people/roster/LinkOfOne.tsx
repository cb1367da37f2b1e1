import { Button, Textarea } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import IconShare2 from '@tabler/icons-react/dist/esm/icons/IconShare2.mjs';
import { CopyButton } from '../../design/CopyButton.tsx';
import { leftToRight } from '../../design/directions.ts';
import { FormActions } from '../../design/FormActions.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useLanguage } from '../../platform/languages.ts';
import styles from './LinksDialog.module.css';
import { MessageField } from './message/MessageField.tsx';
import { useMessage } from './message/use-message.ts';
import { canShare, share } from './share.ts';
import { useText } from './texts.ts';
import { useHandedOver } from './use-handed-over.ts';

/** One person's link, and a message that brings it to them. */
export function LinkOfOne({ person, link, onClose }: { person: PersonCard; link: string; onClose(): void }) {
  const text = useText();
  const { language } = useLanguage();
  const handedOver = useHandedOver([person]);
  const message = useMessage(person, language, link);
  return (
    <>
      <p>{text('roster.links.one', { name: person.name ?? text('common.nameless') })}</p>
      <Textarea
        className={styles.links}
        aria-label={text('roster.links.title', { count: 1 })}
        value={link}
        readOnly
        attributes={leftToRight}
        rows={2}
        onFocus={event => event.currentTarget.select()}
        onCopy={handedOver}
      />
      <div className={styles.tools}>
        <CopyButton value={link} onCopied={handedOver}>
          {text('roster.link.copy')}
        </CopyButton>
      </div>
      <MessageField message={message} onCopied={handedOver} />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.close')}
        </Button>
        {canShare() && (
          <Button
            variant="default"
            leftSection={<Icon of={IconShare2} size={20} />}
            onClick={() => void share(message.words).then(isShared => isShared && handedOver())}
          >
            {text('roster.share')}
          </Button>
        )}
        <CopyButton variant="filled" value={message.words} onCopied={handedOver}>
          {text('roster.message.copy')}
        </CopyButton>
      </FormActions>
    </>
  );
}
