<?php

// What a shop connector finds around it in OpenXE, as far as one needs it: written for these tests, and no part of OpenXE.

namespace Xentral\Modules\Onlineshop\Data {
    enum OrderStatus
    {
        case Imported;
        case InProgress;
        case Completed;
        case Cancelled;
    }

    class Shipment
    {
        public int $id;
        public ?string $trackingNumber;
        public ?string $trackingUrl;
        public ?string $shippingMethod;
    }

    class OrderStatusUpdateRequest
    {
        public int $orderId;
        public string $shopOrderId;
        public OrderStatus $orderStatus;
        public array $shipments = [];
    }
}

namespace {
    if (!class_exists('mysqli_sql_exception')) {
        class mysqli_sql_exception extends RuntimeException
        {
        }
    }

    class ShopimporterBase
    {
        public function CatchRemoteCommand($value)
        {
            return $this->data;
        }
    }

    /** The database, as far as the connector asks it. */
    class HostDatabase
    {
        public function __construct(private array $shop)
        {
        }

        public function Select(string $sql)
        {
            if (preg_match('/^SELECT `einstellungen_json` FROM `shopexport` WHERE `id` = (\d+) LIMIT 1$/', $sql, $match)) {
                return (int)$match[1] === $this->shop['id'] ? $this->shop['einstellungen_json'] : null;
            }
            throw new RuntimeException('The host does not know this query: ' . $sql);
        }
    }

    class HostConfiguration
    {
        public function __construct(public string $WFuserdata)
        {
        }
    }

    class HostApplication
    {
        public function __construct(public HostDatabase $DB, public HostConfiguration $Conf)
        {
        }
    }

    /** A value that goes into SQL unescaped, as most do: PHP >= 8.1 throws at the first apostrophe. */
    function intoSql(mixed $value): string
    {
        $text = (string)$value;
        if (str_contains($text, "'") || str_ends_with($text, '\\')) {
            throw new mysqli_sql_exception('You have an error in your SQL syntax near ' . $text);
        }
        // utf8mb3: four bytes become four question marks.
        return preg_replace('/[\x{10000}-\x{10ffff}]/u', '????', $text);
    }
}
