/** What keeps the examples from being run at all; its message is for the user, and says what to do. */
export class EnvironmentProblem extends Error {}
