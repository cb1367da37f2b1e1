import { Menu } from '@mantine/core';
import { Icon } from '../../design/Icon.tsx';
import { faces, reactions, signMarks, signs } from './pictures.ts';
import styles from './ReactItems.module.css';
import { useText } from './texts.ts';
import { useOwnSigns, useReact } from './use-signs.ts';

/** The entries of a menu from which one reacts, or shows the room a sign. */
export function ReactItems() {
  const text = useText();
  const react = useReact();
  const { own, toggle } = useOwnSigns();
  return (
    <>
      <Menu.Label>{text('reactions.passing')}</Menu.Label>
      <div className={styles.faces}>
        {reactions.map(reaction => (
          <Menu.Item
            key={reaction}
            className={styles.face ?? ''}
            aria-label={text(`reactions.reaction.${reaction}`)}
            title={text(`reactions.reaction.${reaction}`)}
            onClick={() => react(reaction)}
          >
            {faces[reaction]}
          </Menu.Item>
        ))}
      </div>
      <Menu.Divider />
      <Menu.Label>{text('reactions.signs')}</Menu.Label>
      {signs.map(sign => (
        <Menu.CheckboxItem
          key={sign}
          checked={own.includes(sign)}
          closeMenuOnClick
          onChange={() => toggle(sign)}
          rightSection={<Icon of={signMarks[sign]} size={20} mirrored={sign === 'slower'} />}
        >
          {text(`reactions.sign.${sign}`)}
        </Menu.CheckboxItem>
      ))}
    </>
  );
}
