import 'graphiql/setup-workers/vite';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { useGraphiQL } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './stijl.css';
import { followTab, readAddress } from './adres.js';
import { CypherFooter } from './CypherPaneel.jsx';
import { service } from './dienst.js';
import { fetcher } from './ophalen.js';
import { KEY_PLUGIN } from './SleutelPaneel.jsx';
import { defineThemes, EDITOR_THEMES } from './themas.js';
import { EXAMPLES_PLUGIN } from './VoorbeeldenPaneel.jsx';
import { examples } from './voorbeelden.js';

const EXPLORER_PLUGIN = { ...explorerPlugin({ title: 'Verkenner' }), title: 'Verkenner' };
const PLUGINS = [EXAMPLES_PLUGIN, EXPLORER_PLUGIN, HISTORY_PLUGIN, KEY_PLUGIN];

/** GraphiQL keeps its tabs here; nothing there, or a browser that keeps nothing, means that somebody is new. */
function isFirstVisit() {
  try {
    return localStorage.getItem('graphiql:tabState') === null;
  } catch {
    return true;
  }
}

const hasRoomForPanel = () => matchMedia('(min-width: 60rem)').matches;

/** What the editor opens with: the address first, then the reader's own tabs, then our examples. */
function opening() {
  const address = readAddress();
  if (address) return { initialQuery: address.query, initialVariables: address.variables };
  if (!isFirstVisit()) return {};
  return {
    defaultTabs: examples.slice(0, 1).map(({ query }) => ({ query })),
    ...(hasRoomForPanel() && { visiblePlugin: EXAMPLES_PLUGIN }),
  };
}

/** Long lines fold: an example begins with sentences, and a phone is narrow. */
function FoldLines() {
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: 'on', wrappingIndent: 'indent' }), [editor]);
  return null;
}

function Page() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      editorTheme={EDITOR_THEMES}
      onTabChange={followTab}
      inputValueDeprecation
      {...opening()}
    >
      <GraphiQL.Logo>
        <a className="naar-plank" href={service('')}>Op de Plank</a>
      </GraphiQL.Logo>
      <FoldLines />
      <GraphiQL.Footer>
        <CypherFooter />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

// The themes must exist before the first editor asks for them; GraphiQL loads the same module itself.
defineThemes(await import('monaco-graphql/esm/monaco-editor.js'));
createRoot(document.getElementById('graphiql')).render(<Page />);
