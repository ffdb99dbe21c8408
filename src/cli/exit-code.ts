/** Nothing at or above the threshold; something; wrong usage, or input that could not be read. */
export const [FINE, FOUND, UNUSABLE] = [0, 1, 2];
