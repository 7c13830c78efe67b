/** What there is beside the picture while presenting: the presenter’s window, the notes in this one, the code for a class. */
export type Extra = 'desk' | 'notes' | 'class';
