/** Rows of a page of a list that grows with the years. One number for the whole house. */
export const rowsOnPage = 50;

/** The last page of a list of so many; also an empty one has a page. */
export const lastPage = (total: number): number => Math.max(1, Math.ceil(total / rowsOnPage));
