/**
 * The texts into which the client (2.1.330) puts agents and skills in its requests to the model, as observed; a test holds
 * each of them against the real client.
 */

/** The line by which the main session knows an agent. */
export function agentLine(name: string, description: string, tools: readonly string[]): string {
  return `- ${name}: ${description} (Tools: ${tools.length === 0 ? 'All tools' : tools.join(', ')})\n`;
}

/** The line by which a session knows a skill. */
export function skillLine(name: string, description: string): string {
  return `- ${name}: ${description}\n`;
}

/** What an agent's first messages have of a skill that is preloaded. */
export function preloadedSkill(name: string, folder: string, body: string): string[] {
  return [
    `<command-message>${name}</command-message>\n<command-name>${name}</command-name>\n<skill-format>true</skill-format>`,
    `Base directory for this skill: ${folder}\n\n${body.trim()}\n`,
  ];
}

/** What a prompt carries of the line that a hook adds. */
export function hookContext(line: string): string {
  return `UserPromptSubmit hook additional context: ${line}\n`;
}
