/** Whether a text can be the code of something named: what an author gives and never changes. */
export const isAuthorId = (text: string): boolean => /^(?!constructor$)[a-z][a-z0-9_]*$/.test(text)
