# Whole articles, as short as they come. 14 March 2023 is a Tuesday, 16 October 2023 a Monday, 5 June 2024 a Wednesday.
