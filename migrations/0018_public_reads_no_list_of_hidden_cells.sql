-- What is public of a hidden cell stands in the answers. The list of hidden cells is what the publisher works with; pages never read it.
revoke select on release.hidden_cell from app_public;
