/**
 * Rich text fields as ERPs and their plugins have them: three editors with a model of their own, each shown as its
 * framework keeps it (`#slate-model`, …), the text of the model. Bundled into one script for the page.
 */
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createEditor as createLexical,
  PASTE_COMMAND,
} from 'lexical';
import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor as createSlate, Node } from 'slate';
import { Editable, Slate, withReact } from 'slate-react';

const start = new URLSearchParams(location.search).get('text') ?? '';

function place(name) {
  const heading = document.createElement('h2');
  const field = document.createElement('div');
  const model = document.createElement('output');
  heading.textContent = name;
  model.id = `${name}-model`;
  document.body.append(heading, field, model);
  return {
    field,
    tell: (text) => {
      model.textContent = text;
    },
  };
}

function slate() {
  const { field, tell } = place('slate');
  function Editor() {
    const [editor] = useState(() => withReact(createSlate()));
    const value = [{ type: 'paragraph', children: [{ text: start }] }];
    const changed = (nodes) => tell(nodes.map((node) => Node.string(node)).join('\n'));
    return createElement(
      Slate,
      { editor, initialValue: value, onChange: changed },
      createElement(Editable, { id: 'slate', placeholder: 'Notiz', 'aria-label': 'Slate' }),
    );
  }
  tell(start);
  createRoot(field).render(createElement(Editor));
}

function lexical() {
  const { field, tell } = place('lexical');
  field.id = 'lexical';
  field.contentEditable = 'true';
  field.setAttribute('aria-label', 'Lexical');
  const editor = createLexical({
    onError: (error) => {
      throw error;
    },
  });
  const insert = (text) => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(text);
    return true;
  };
  editor.registerCommand(
    CONTROLLED_TEXT_INSERTION_COMMAND,
    (event) => insert(typeof event === 'string' ? event : (event.data ?? '')),
    COMMAND_PRIORITY_EDITOR,
  );
  editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      event.preventDefault();
      return insert('clipboardData' in event ? (event.clipboardData?.getData('text/plain') ?? '') : '');
    },
    COMMAND_PRIORITY_EDITOR,
  );
  editor.registerUpdateListener(({ editorState }) =>
    tell(editorState.read(() => $getRoot().getTextContent())),
  );
  editor.setRootElement(field);
  editor.update(() => {
    $getRoot().append($createParagraphNode().append($createTextNode(start)));
  });
}

function proseMirror() {
  const { field, tell } = place('prosemirror');
  const schema = new Schema({
    nodes: {
      doc: { content: 'paragraph+' },
      paragraph: { content: 'text*', toDOM: () => ['p', 0] },
      text: {},
    },
  });
  const doc = schema.node('doc', null, [schema.node('paragraph', null, start ? [schema.text(start)] : [])]);
  const view = new EditorView(field, {
    state: EditorState.create({ doc }),
    attributes: { id: 'prosemirror', 'aria-label': 'ProseMirror' },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      tell(view.state.doc.textContent);
    },
  });
  tell(start);
}

slate();
lexical();
proseMirror();
