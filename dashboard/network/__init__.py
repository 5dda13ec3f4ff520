"""What a view of the network is: a question in the address, the part of the base that answers it, and its picture."""
