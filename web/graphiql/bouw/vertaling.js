/**
 * GraphiQL speaks English and has no place for another language, so the build replaces its words.
 * A phrase that is not found stops the build: after an upgrade nothing falls back to English unseen.
 */
const WORDS = {
  'graphiql/dist/GraphiQL.js': [
    ['newTab: "New tab"', 'newTab: "Nieuw tabblad"'],
    ['"Show" : "Hide"} editor tools', '"Toon" : "Verberg"} variabelen en headers'],
    ['"aria-label": "Editor Commands"', '"aria-label": "Knoppen bij de vraag"'],
    ['"aria-label": "Operation Editor"', '"aria-label": "Vraag"'],
    ['"aria-label": "Select active operation"', '"aria-label": "Kies een tabblad"'],
    ['children: "Variables"', 'children: "Variabelen"'],
    ['"variables" ? "Variables"', '"variables" ? "Variabelen"'],
    // A tab with two buttons in it is no tab to a screen reader: here they are a list of buttons, one of them current.
    ['"aria-controls": "graphiql-session"', '"aria-current": index_1 === activeTabIndex ? "true" : void 0, "aria-controls": "graphiql-session"'],
    ['role: "tabpanel"', 'role: "region"'],
  ],
  'graphiql/dist/ui/toolbar.js': [
    ['`Prettify query (', '`Maak de vraag netjes op ('],
    ['`Merge fragments into query (', '`Voeg fragmenten samen in de vraag ('],
    ['`Copy query (', '`Kopieer de vraag ('],
  ],
  'graphiql/dist/ui/sidebar.js': [
    ['"Hide" : "Show"', '"Verberg" : "Toon"'],
    ['`Re-fetch GraphQL schema (', '`Haal het schema opnieuw op ('],
    ['"Open short keys dialog"', '"Toon de sneltoetsen"'],
    ['"Open settings dialog"', '"Toon de instellingen"'],
    ['children: "Short Keys"', 'children: "Sneltoetsen"'],
    ['This modal provides a list of available keyboard shortcuts and their functions.', 'Welke toetsen er zijn en wat ze doen.'],
    ['children: "Settings"', 'children: "Instellingen"'],
    ['This modal lets you adjust header persistence, interface theme, and clear local storage.', 'Pas de kleuren aan of wis wat deze pagina op je apparaat bewaart.'],
    ['"Persist headers"', '"Bewaar headers"'],
    ['"Save headers upon reloading."', '"Bewaar de headers als je de pagina herlaadt."'],
    ['"Only enable if you trust this device."', '"Zet dit alleen aan op een apparaat dat je vertrouwt."'],
    ['children: "On"', 'children: "Aan"'],
    ['children: "Off"', 'children: "Uit"'],
    ['children: "Theme"', 'children: "Kleuren"'],
    ['"Adjust how the interface appears."', '"Kies licht of donker."'],
    ['children: "System"', 'children: "Zoals mijn apparaat"'],
    ['children: "Light"', 'children: "Licht"'],
    ['children: "Dark"', 'children: "Donker"'],
    ['"Clear storage"', '"Wis wat is bewaard"'],
    ['"Remove all locally stored data and start fresh."', '"Tabbladen en geschiedenis gaan weg. Je begint opnieuw."'],
    ['"Cleared data"', '"Gewist"'],
    ['error: "Failed"', 'error: "Wissen is niet gelukt"'],
    ['"Clear data"', '"Wis"'],
  ],
  'graphiql/dist/ui/short-keys.js': [
    ['"Execute query"', '"Voer de vraag uit"'],
    ['"Open the Command Palette (you must have focus in the editor)"', '"Toon alle opdrachten (als je in een tekstvak staat)"'],
    ['"Prettify editors"', '"Maak netjes op"'],
    ['"Copy query"', '"Kopieer de vraag"'],
    ['"Re-fetch schema using introspection"', '"Haal het schema opnieuw op"'],
    ['"Search in documentation"', '"Zoek in de uitleg"'],
    ['"Search in editor"', '"Zoek in de vraag"'],
    ['"Merge fragments definitions into operation definition"', '"Voeg fragmenten samen in de vraag"'],
    ['children: "Short Key"', 'children: "Toets"'],
    ['children: "Function"', 'children: "Wat het doet"'],
    ['"This Graph"', '"Deze Graph"'],
    ['"QL editor uses"', '"QL-pagina gebruikt de"'],
    ['"Monaco editor shortcuts"', '"sneltoetsen van Monaco"'],
    ['", with keybindings similar to VS Code. See the full list of shortcuts for"', '", bijna dezelfde als in VS Code. Lees de hele lijst voor"'],
    ['        "or",', '        "of",'],
  ],
  '@graphiql/react/dist/components/dialog/index.js': [['children: "Close dialog"', 'children: "Sluit"']],
  '@graphiql/react/dist/components/tabs/index.js': [
    ['"Close Tab"', '"Sluit tabblad"'],
    ['"aria-selected": isActive,', ''],
    ['role: "tab",', 'role: "listitem",'],
    ['role: "tablist",', 'role: "list",'],
  ],
  '@graphiql/react/dist/components/execute-button/index.js': [
    ['`${isRunning ? "Stop" : "Execute"} query (', '`${isRunning ? "Stop de vraag" : "Voer de vraag uit"} ('],
  ],
  '@graphiql/react/dist/utility/tabs.js': [['"<untitled>"', '"nieuwe vraag"']],
  '@graphiql/react/dist/stores/execution.js': [
    ['"Automatically added leaf fields"', '"Deze velden zijn vanzelf toegevoegd"'],
    ['`Request not sent. ${editor === variableEditor ? "Variables" : "Request headers"} ', '`De vraag is niet verstuurd. Verbeter eerst de ${editor === variableEditor ? "variabelen" : "headers"}: '],
  ],
  '@graphiql/plugin-history/dist/index.js': [['title: "History"', 'title: "Geschiedenis"']],
  '@graphiql/plugin-history/dist/components.js': [
    ['"History"', '"Geschiedenis"'],
    ['"Cleared"', '"Gewist"'],
    ['"Failed to Clear"', '"Wissen is niet gelukt"'],
    ['|| "Clear"', '|| "Wis"'],
    ['"Type a label"', '"Geef een naam"'],
    ['"Save"', '"Bewaar"'],
    ['"Set active"', '"Open deze vraag"'],
    ['"Edit label"', '"Geef een naam"'],
    ['"Remove favorite"', '"Haal weg bij favorieten"'],
    ['"Add favorite"', '"Zet bij favorieten"'],
    ['"Delete from history"', '"Wis uit de geschiedenis"'],
  ],
  '@graphiql/plugin-doc-explorer/dist/context.js': [
    ['title: "Documentation Explorer"', 'title: "Uitleg"'],
    ['name: "Docs"', 'name: "Uitleg"'],
    ['"Show Documentation Explorer"', '"Toon Uitleg"'],
  ],
  '@graphiql/plugin-doc-explorer/dist/components/doc-explorer.js': [
    ['"Error fetching schema"', '"Het schema ophalen lukt nu niet. Probeer het opnieuw."'],
    ['"Schema is invalid: "', '"Er zit een fout in het schema: "'],
    ['"No GraphQL schema available"', '"Er is geen schema."'],
    ['`Go back to ${', '`Terug naar ${'],
    ['"aria-label": "Documentation Explorer"', '"aria-label": "Uitleg bij het schema"'],
  ],
  '@graphiql/plugin-doc-explorer/dist/components/schema-documentation.js': [
    ['"A GraphQL schema provides a root type for each kind of operation."', '"Begin bij een van de ingangen hieronder en klik door."'],
    // The title of this part is also the key of its icon; `section.js` gives the Dutch words.
  ],
  '@graphiql/plugin-doc-explorer/dist/components/search.js': [
    ['`Search ${navItem.name}...`', '`Zoek in ${navItem.name}`'],
    ['"No results found"', '"Dit woord staat niet in het schema."'],
    ['"Other results"', '"Ook gevonden"'],
  ],
  '@graphiql/plugin-doc-explorer/dist/components/deprecation-reason.js': [['"Deprecated"', '"Verouderd"']],
  '@graphiql/plugin-doc-explorer/dist/components/field-documentation.js': [
    ['"Show Deprecated Arguments"', '"Toon verouderde argumenten"'],
  ],
  '@graphiql/plugin-doc-explorer/dist/components/type-documentation.js': [
    ['"Show Deprecated Fields"', '"Toon verouderde velden"'],
    ['"Show Deprecated Values"', '"Toon verouderde waarden"'],
  ],
  '@graphiql/plugin-doc-explorer/dist/components/section.js': [
    ['const ExplorerSection =', `const DUTCH = ${JSON.stringify({
      Arguments: 'Argumenten',
      'Deprecated Arguments': 'Verouderde argumenten',
      'Deprecated Enum Values': 'Verouderde waarden',
      'Deprecated Fields': 'Verouderde velden',
      Directives: 'Directieven',
      'Enum Values': 'Waarden',
      Fields: 'Velden',
      Implements: 'Is ook een',
      Implementations: 'Vormen',
      'Possible Types': 'Mogelijke typen',
      'Root Types': 'Ingangen',
      Type: 'Type',
      'All Schema Types': 'Alle typen',
    })};\nconst ExplorerSection =`],
    ['    title,\n    children\n  } = t0;\n  const Icon = TYPE_TO_ICON[title];',
      '    title: key,\n    children\n  } = t0;\n  const title = DUTCH[key] ?? key;\n  const Icon = TYPE_TO_ICON[key];'],
  ],
  'graphiql-explorer/dist/Explorer.js': [
    ["'Remove the variable' : 'Extract the current value into a GraphQL variable'", "'Haal de variabele weg' : 'Maak een variabele van deze waarde'"],
    ["'Extract selections into a new reusable fragment'", "'Maak een fragment van deze keuze'"],
    ["'No Schema Available'", "'Er is geen schema.'"],
    ["'Add new'", "'Voeg toe:'"],
    ["capitalize(operationType) + ' Name'", "'Naam'"],
    // These fields have no name at all; a screen reader needs one.
    ["          type: 'text',\n          onChange: this._handleChange,", "          type: 'text',\n          'aria-label': this.props.arg.name,\n          onChange: this._handleChange,"],
    ['            {\n              onChange: function onChange(event) {\n                return _this15._setAddOperationType', "            {\n              'aria-label': 'Soort vraag',\n              onChange: function onChange(event) {\n                return _this15._setAddOperationType"],
    ["'Something went wrong'", "'Er ging iets mis'"],
  ],
};

/** Vite plugin: puts Dutch words in the modules named above. */
export function translate() {
  const done = new Set();
  return {
    name: 'opdeplank:translate',
    transform(code, id) {
      const path = /\/node_modules\/(.*?)(\?.*)?$/.exec(id)?.[1];
      if (!Object.hasOwn(WORDS, path ?? '')) return null;
      done.add(path);
      return { code: replaceAll(code, WORDS[path], path), map: null };
    },
    generateBundle() {
      const missed = Object.keys(WORDS).filter((path) => !done.has(path));
      if (missed.length) throw new Error(`bouw/vertaling.js names files that are not built: ${missed.join(', ')}`);
    },
  };
}

function replaceAll(code, pairs, path) {
  return pairs.reduce((text, [english, dutch]) => {
    if (!text.includes(english)) throw new Error(`bouw/vertaling.js: ${JSON.stringify(english)} is not in ${path}`);
    return text.replaceAll(english, () => dutch);
  }, code);
}
