"""Who puts the fault on whom: the customer, a supplier, somebody of ours."""
