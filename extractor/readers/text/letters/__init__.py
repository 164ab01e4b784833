"""Letters and their replies, told apart by how people greet and sign, where no label says who speaks."""
