const LIGHT = { paper: '#ffffff', ink: '#15211f', dim: '#44524f', act: '#00574b', soft: '#00574b1a', name: '#0a58ca', arg: '#5b3484', text: '#864300', number: '#226144' };
const DARK = { paper: '#161e1c', ink: '#e7eeeb', dim: '#b0bdb9', act: '#82dac6', soft: '#82dac626', name: '#8fb8ff', arg: '#ccb4f3', text: '#f2b66e', number: '#a5d6a0' };

/** Names for GraphiQL's `editorTheme`. */
export const EDITOR_THEMES = { light: 'plank-licht', dark: 'plank-donker' };

/** Monaco needs hex values, so the colours of the house style stand here a second time (see stijl.css). */
export function defineThemes({ editor }) {
  editor.defineTheme(EDITOR_THEMES.light, themeOf('vs', LIGHT));
  editor.defineTheme(EDITOR_THEMES.dark, themeOf('vs-dark', DARK));
}

function themeOf(base, { paper, ink, dim, act, soft, name, arg, text, number }) {
  const rule = (token, colour, fontStyle) => ({ token, foreground: colour.slice(1), ...(fontStyle && { fontStyle }) });
  return {
    base,
    inherit: true,
    rules: [
      rule('', ink),
      rule('comment', dim, 'italic'),
      rule('comment.gql', dim, 'italic'),
      rule('keyword', act),
      rule('key.identifier.gql', name),
      rule('argument.identifier.gql', arg),
      rule('type.identifier.gql', act),
      rule('string', text),
      rule('string.key.json', name),
      rule('string.value.json', text),
      rule('number', number),
    ],
    colors: {
      'editor.background': '#ffffff00',
      'editor.foreground': ink,
      'editorLineNumber.foreground': dim,
      'scrollbar.shadow': '#ffffff00',
      'editor.lineHighlightBorder': '#ffffff00',
      'editorHoverWidget.background': paper,
      'editorSuggestWidget.background': paper,
      'editorWidget.background': paper,
      'menu.background': paper,
      'quickInput.background': paper,
      'editorSuggestWidget.selectedBackground': soft,
      'editorSuggestWidget.selectedForeground': ink,
      'list.hoverBackground': soft,
      'menu.selectionBackground': soft,
      'menu.selectionForeground': ink,
      'quickInputList.focusBackground': soft,
      'quickInputList.focusForeground': ink,
      'list.highlightForeground': act,
      'list.focusHighlightForeground': act,
      'textLink.foreground': act,
      'textLink.activeForeground': act,
      'editorLink.activeForeground': act,
      'pickerGroup.foreground': act,
      'toolbar.hoverBackground': soft,
      'inputOption.hoverBackground': soft,
      focusBorder: act,
    },
  };
}
