import { field } from '../case.js';

const T = 'color';

/** An interactive session is to show the agent's name on a color. */
const color = (name: string, yaml: string) => field(T, name, yaml, { kind: 'colored' });

export const colorCases = [
  ...['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'].map((name) =>
    color(name, `color: ${name}`),
  ),
  color('quoted', 'color: "red"'),
  color('mixed-case', 'color: Red'),
  color('with-blanks', "color: ' red '"),
  color('chartreuse', 'color: chartreuse'),
  color('magenta', 'color: magenta'),
  color('hexadecimal', "color: '#ff0000'"),
  color('number', 'color: 1'),
  color('boolean', 'color: true'),
  color('list', 'color: [red]'),
  color('mapping', 'color: { name: red }'),
  field(T, 'null', 'color:'),
  field(T, 'comment', 'color: #ff0000'),
];
