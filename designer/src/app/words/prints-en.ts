/** Words of what is printed in English. */
export const printsEn = {
  'prints.print': 'Print',
  'prints.form': 'Print the form',
  'prints.explanation': 'Print the explanation',
  'prints.blank': 'Print a blank form',
  'prints.papers': 'Papers',
  'prints.impact': 'impact {{code}}, {{area}}, as of {{day}}',
  'prints.record': 'record {{code}}, reference date {{day}}',
}
