"""``python -m warroom`` is ``warroom``."""

import sys

from warroom.cli import main

sys.exit(main())
