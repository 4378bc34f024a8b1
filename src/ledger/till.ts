/** The account between the club and the till. */
export const TILL = "till:clearing";
