import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { examples } from './voorbeelden.js';

/** On a phone the list covers the editor; see stijl.css. */
const coversEditor = () => matchMedia('(max-width: 48rem)').matches;
const untouched = new Set(examples.map(({ query }) => query.trim()));

function ExampleList() {
  const { addTab, changeTab, setVisiblePlugin, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor, responseEditor, tabs, activeTabIndex } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
  }));

  const open = (query) => {
    if (coversEditor()) setVisiblePlugin(null);
    const already = tabs.findIndex((tab) => tab.query?.trim() === query.trim());
    if (already >= 0) {
      if (already !== activeTabIndex) changeTab(already);
      return;
    }
    // Somebody's own work is never overwritten; an example nobody changed may go.
    const current = queryEditor?.getValue().trim() ?? '';
    if (current && !untouched.has(current)) addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue('');
    responseEditor?.setValue('');
    // The editor tells its tab after a moment; a quick change of tab in between would lose the example.
    updateActiveTabValues({ query, variables: '', response: '' });
  };

  const current = tabs[activeTabIndex]?.query?.trim();
  return (
    <section className="voorbeelden" aria-label="Voorbeelden">
      <h2 className="voorbeelden-titel">Voorbeelden</h2>
      <p>Kies een vraag. Voer hem uit met de groene knop of met Ctrl-Enter.</p>
      <ul>
        {examples.map(({ key, title, explanation, query }) => (
          <li key={key}>
            <button
              type="button"
              data-voorbeeld={key}
              aria-current={current === query.trim() ? 'true' : undefined}
              onClick={() => open(query)}
            >
              <strong>{title}</strong>
              <span>{explanation}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Icon = (props) => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" {...props}>
    <path strokeLinejoin="round" d="M4 4.5h4v13H4zm5.5 3h4v10h-4zM15.2 6.6l3.8-1 3 11.6-3.8 1z" />
    <path strokeLinecap="round" strokeWidth="2" d="M2 20.5h20" />
  </svg>
);

export const EXAMPLES_PLUGIN = { title: 'Voorbeelden', icon: Icon, content: ExampleList };
