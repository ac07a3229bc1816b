import { useState, useSyncExternalStore } from 'react';
import { lastPlan } from './ophalen.js';

/** Below the answer: the Cypher it came from, for whoever the service tells it to. */
export function CypherFooter() {
  const plan = useSyncExternalStore(lastPlan.subscribe, lastPlan.get);
  const [open, setOpen] = useState(false);
  return (
    <div className="cypher">
      <button
        type="button"
        className="cypher-knop"
        aria-expanded={open}
        aria-controls="cypher-paneel"
        onClick={() => setOpen(!open)}
      >
        {open ? 'Verberg Cypher' : 'Toon Cypher'}
        {plan && <span className="cypher-tijd">{summary(statementsOf(plan))}</span>}
      </button>
      <div id="cypher-paneel" className="cypher-paneel" hidden={!open} role="region" aria-label="Cypher van het laatste antwoord" tabIndex={0}>
        {plan ? statementsOf(plan).map((part, index) => <Statement key={index} {...part} />) : <NoPlan />}
      </div>
    </div>
  );
}

/** A plan is one statement or, for a large operation, a list of them. */
const statementsOf = (plan) => (Array.isArray(plan) ? plan : plan.statements ?? [plan]);

function summary(parts) {
  const timed = parts.filter(({ ms }) => typeof ms === 'number');
  const count = parts.length === 1 ? '1 opdracht' : `${parts.length} opdrachten`;
  return timed.length ? `${count}, ${milliseconds(timed.reduce((sum, { ms }) => sum + ms, 0))}` : count;
}

const milliseconds = (ms) => `${ms.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} ms`;

function Statement({ statement, parameters, ms }) {
  return (
    <>
      {typeof ms === 'number' && <p>Duur: {milliseconds(ms)}</p>}
      <pre><code>{statement}</code></pre>
      {parameters && Object.keys(parameters).length > 0 && (
        <>
          <h2>Parameters</h2>
          <pre><code>{JSON.stringify(parameters, null, 2)}</code></pre>
        </>
      )}
    </>
  );
}

const NoPlan = () => (
  <p className="cypher-leeg">
    Bij het laatste antwoord zat geen Cypher. De dienst stuurt die alleen mee aan een analist: zet links je sleutel neer.
  </p>
);
