import { useId, useState, useSyncExternalStore } from 'react';
import { cleaned, heldKey, sendable } from './sleutel.js';

/** Where one asks for a key; the service writes it in the page when its operator said so. */
const askAt = document.getElementById('graphiql').dataset.sleutelVragen;

function KeyPanel() {
  const key = useSyncExternalStore(heldKey.subscribe, heldKey.get);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useId();
  const use = (event) => {
    event.preventDefault();
    const given = cleaned(typed);
    setWrong(!sendable(given));
    if (!sendable(given)) return;
    heldKey.set(given);
    setTyped('');
  };
  return (
    <section className="sleutel" aria-label="Sleutel">
      <h2 className="voorbeelden-titel">Sleutel</h2>
      <p>Wat openbaar is, vraag je zonder sleutel. Met een sleutel zie je ook wat bij jouw rol hoort.</p>
      <form onSubmit={use}>
        <label htmlFor={field}>Je sleutel</label>
        <input
          id={field}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-invalid={wrong || undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit">Gebruik</button>
      </form>
      <p role="status" className="sleutel-stand">{state(key, wrong)}</p>
      {key && <button type="button" onClick={() => heldKey.set('')}>Vergeet mijn sleutel</button>}
      <p>We houden hem alleen in het geheugen van deze pagina. Sluit of herlaad je haar, dan is hij weg.</p>
      <p>Nog geen sleutel? {askAt ? <a href={askAt}>Vraag er een aan</a> : 'Vraag er een bij de beheerder van deze dienst'}.</p>
    </section>
  );
}

function state(key, wrong) {
  if (wrong) return 'Dit is geen sleutel. Plak hem opnieuw, zonder iets eromheen.';
  return key ? 'Je sleutel gaat mee met elke vraag.' : 'Je vraagt nu zonder sleutel.';
}

const Icon = (props) => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" {...props}>
    <circle cx="7.5" cy="16.5" r="4.5" />
    <path strokeLinecap="round" strokeLinejoin="round" d="m10.8 13.2 9.7-9.7m-4 4 2.5 2.5m-5.5.5 2 2" />
  </svg>
);

export const KEY_PLUGIN = { title: 'Sleutel', icon: Icon, content: KeyPanel };
