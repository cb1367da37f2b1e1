import { Menu } from '@mantine/core';
import { templateNames } from '@multaqa/shared/facilitate/notes/templates';
import IconColumnInsertRight from '@tabler/icons-react/dist/esm/icons/IconColumnInsertRight.mjs';
import IconColumnRemove from '@tabler/icons-react/dist/esm/icons/IconColumnRemove.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconRowInsertBottom from '@tabler/icons-react/dist/esm/icons/IconRowInsertBottom.mjs';
import IconRowRemove from '@tabler/icons-react/dist/esm/icons/IconRowRemove.mjs';
import IconSeparatorHorizontal from '@tabler/icons-react/dist/esm/icons/IconSeparatorHorizontal.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import type { NoteUiStore } from '../editor/note-ui.ts';
import { insertTemplate } from '../editor/templates.ts';
import { useText } from '../editor/texts.ts';
import { chooseFile } from '../import/choose-file.ts';
import { useText as useImportText } from '../import/texts.ts';
import { Entry, MenuTool } from './Tool.tsx';

type Props = { editor: Editor; ui: NoteUiStore };

/** What is put into the text: a link, a table, a line, the questions of a template. In a table: its rows and columns. */
export function InsertMenu({ editor, ui }: Props) {
  const text = useText();
  return (
    <MenuTool icon={IconPlus} label={text('toolbar.insert')}>
      <Insertions editor={editor} ui={ui} />
    </MenuTool>
  );
}

function Insertions({ editor, ui }: Props) {
  const text = useText();
  const importText = useImportText();
  const isInTable = useEditorState({ editor, selector: ({ editor }) => editor.isActive('table') });
  const chain = () => editor.chain().focus();
  const table = () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
  return (
    <>
      {isInTable && <OfTable editor={editor} />}
      <Entry icon={IconLink} label={text('toolbar.link')} run={() => ui.setState({ dialog: 'link' })} />
      {!isInTable && <Entry icon={IconTable} label={text('toolbar.table')} run={table} />}
      <Entry
        icon={IconSeparatorHorizontal}
        label={text('toolbar.rule')}
        run={() => chain().setHorizontalRule().run()}
      />
      <Entry
        icon={IconFileImport}
        label={importText('importing.file')}
        run={() => chooseFile(editor, ui.getState().notify)}
      />
      <Menu.Divider />
      <Menu.Label>{text('toolbar.questions')}</Menu.Label>
      {templateNames.map(template => (
        <Entry
          key={template}
          label={text(`editor.template.${template}`)}
          run={() => insertTemplate(editor, template)}
        />
      ))}
    </>
  );
}

function OfTable({ editor }: { editor: Editor }) {
  const text = useText();
  const chain = () => editor.chain().focus();
  return (
    <>
      <Menu.Label>{text('toolbar.in-table')}</Menu.Label>
      <Entry icon={IconRowInsertBottom} label={text('toolbar.row-after')} run={() => chain().addRowAfter().run()} />
      <Entry
        icon={IconColumnInsertRight}
        label={text('toolbar.column-after')}
        run={() => chain().addColumnAfter().run()}
      />
      <Entry icon={IconRowRemove} label={text('toolbar.row-remove')} run={() => chain().deleteRow().run()} />
      <Entry icon={IconColumnRemove} label={text('toolbar.column-remove')} run={() => chain().deleteColumn().run()} />
      <Entry label={text('toolbar.header-row')} run={() => chain().toggleHeaderRow().run()} />
      <Entry icon={IconTrash} label={text('toolbar.table-remove')} run={() => chain().deleteTable().run()} />
      <Menu.Divider />
    </>
  );
}
