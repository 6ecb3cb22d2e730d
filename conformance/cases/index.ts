import type { Case } from '../case.js';
import { backgroundCases } from './background.js';
import { colorCases } from './color.js';
import { descriptionCases } from './description.js';
import { disallowedToolCases } from './disallowed-tools.js';
import { effortCases } from './effort.js';
import { encodingCases } from './encoding.js';
import { fenceCases } from './fences.js';
import { fileCases } from './files.js';
import { hookEntryCases } from './hook-entries.js';
import { hookEventCases } from './hook-events.js';
import { hookFormCases } from './hook-forms.js';
import { hookMatcherCases } from './hook-matchers.js';
import { hookScriptCases } from './hook-scripts.js';
import { hookTypeCases } from './hook-types.js';
import { isolationCases } from './isolation.js';
import { maxTurnsCases } from './max-turns.js';
import { mcpServerCases } from './mcp-servers.js';
import { memoryCases } from './memory.js';
import { modelCases } from './model.js';
import { nameCases } from './name.js';
import { permissionModeCases } from './permission-mode.js';
import { sessionFieldCases } from './session-fields.js';
import { skillCases } from './skills.js';
import { toolCases } from './tools.js';
import { unknownFieldCases } from './unknown-fields.js';
import { yamlCases } from './yaml.js';

/** Every case of the table. */
export const cases: readonly Case[] = [
  ...fileCases,
  ...fenceCases,
  ...encodingCases,
  ...yamlCases,
  ...nameCases,
  ...descriptionCases,
  ...toolCases,
  ...disallowedToolCases,
  ...modelCases,
  ...effortCases,
  ...colorCases,
  ...permissionModeCases,
  ...maxTurnsCases,
  ...skillCases,
  ...mcpServerCases,
  ...hookFormCases,
  ...hookEntryCases,
  ...hookTypeCases,
  ...hookEventCases,
  ...hookMatcherCases,
  ...hookScriptCases,
  ...memoryCases,
  ...backgroundCases,
  ...isolationCases,
  ...sessionFieldCases,
  ...unknownFieldCases,
];
